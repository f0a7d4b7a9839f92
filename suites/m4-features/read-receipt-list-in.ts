import { check } from "../kit/index.js";
import { idsIn, receiptReports, receiptsToProvider } from "../kit/receipts.js";
import { receipts } from "../scenarios/receipts.js";

export default check("m4-features/read-receipt-list-in", {
  requirement: "M4-64",
  scenario: receipts,
  reached: (trace) => receiptsToProvider(trace, "read").filter(({ node }) => idsIn(node).length > 1),
  judge({ expect, reached, trace }) {
    for (const receipt of reached) {
      const unknown = idsIn(receipt.node).filter((id) => receiptReports(trace, id, "read").length === 0);
      expect("messages of the list that are not shown as read", unknown, receipt).isEmpty();
    }
  },
  hint: "One read receipt may stand for several messages: its id names the first, the items of its list the others.",
  mutants: {
    "ignores-id-of-listed-receipt": "messages of the list that are not shown as read",
    "ignores-receipt-list": "messages of the list that are not shown as read",
    "hides-read-receipts": "messages of the list that are not shown as read",
    "hides-receipts": "messages of the list that are not shown as read",
  },
});
