import { mutant } from "../behaviour/variation.js";

export default mutant("hides-read-receipts", "Does not show the user that a message was read", {
  features: { receiptIn: (news) => (news.type === "read" ? undefined : news) },
});
