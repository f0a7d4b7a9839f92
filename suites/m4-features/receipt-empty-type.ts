import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { receiptReports } from "../kit/receipts.js";
import { receipts } from "../scenarios/receipts.js";

export default check("m4-features/receipt-empty-type", {
  requirement: "M4-122",
  wire: "binary",
  scenario: receipts,
  reached: (trace) =>
    // The trace holds the receipt as it was before the fault changed it, just before the fault.
    appliedFaults(trace, "receipt-type-empty").flatMap(
      (fault) => trace.before(fault).stanzas.toProvider.tag("receipt").list.at(-1) ?? [],
    ),
  judge({ expect, reached, trace }) {
    for (const receipt of reached) {
      const reports = receiptReports(trace, receipt.node.attrs["id"] ?? "");
      expect("receipt with an empty type shown", reports.length > 0, reports[0] ?? receipt).is(true);
    }
  },
  hint: "Read a receipt whose type is empty like one without a type.",
  mutants: {
    "hides-receipts": "receipt with an empty type shown",
    "ignores-empty-receipt-type": "receipt with an empty type shown",
  },
});
