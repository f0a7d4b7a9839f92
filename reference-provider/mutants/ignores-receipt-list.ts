import { mutant } from "../behaviour/variation.js";

export default mutant("ignores-receipt-list", "Takes only the first message of a receipt for read", {
  features: { receiptIn: (news) => ({ ...news, ids: news.ids.slice(0, 1) }) },
});
