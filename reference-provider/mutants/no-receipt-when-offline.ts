import { mutant } from "../behaviour/variation.js";

export default mutant("no-receipt-when-offline", "Does not answer messages that waited while the user was away", {
  messaging: { offline: "unanswered" },
});
