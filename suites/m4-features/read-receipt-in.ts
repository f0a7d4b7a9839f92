import { check } from "../kit/index.js";
import { idsIn, receiptReports, receiptsToProvider } from "../kit/receipts.js";
import { receipts } from "../scenarios/receipts.js";

export default check("m4-features/read-receipt-in", {
  requirement: "M4-63",
  scenario: receipts,
  reached: (trace) => receiptsToProvider(trace, "read").filter(({ node }) => idsIn(node).length === 1),
  judge({ expect, reached, trace }) {
    for (const receipt of reached) {
      const reports = receiptReports(trace, receipt.node.attrs["id"] ?? "", "read");
      expect("read receipt shown to the user", reports.length > 0, reports[0] ?? receipt).is(true);
    }
  },
  hint: "Show the user that the message was read when a receipt of type read arrives.",
  mutants: {
    "hides-read-receipts": "read receipt shown to the user",
    "hides-receipts": "read receipt shown to the user",
  },
});
