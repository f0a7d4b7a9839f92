import { mutant } from "../behaviour/variation.js";

export default mutant("group-hides-receipts", "Does not show which members a message has reached", {
  groups: { showsReceipts: false },
});
