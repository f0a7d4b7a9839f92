import { mutant } from "../behaviour/variation.js";

export default mutant("group-sends-no-receipt", "Sends no delivery receipts for messages of groups", {
  groups: { received: () => [] },
});
