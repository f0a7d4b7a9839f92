import { check } from "../kit/index.js";
import { receiptReports, receiptsToProvider } from "../kit/receipts.js";
import { receipts } from "../scenarios/receipts.js";

export default check("m4-features/unknown-receipt", {
  requirement: "M4-66",
  scenario: receipts,
  reached: (trace) => receiptsToProvider(trace, "pondered"),
  judge({ expect, reached: [receipt], trace }) {
    const id = receipt.node.attrs["id"] ?? "";
    const later = trace.after(receipt);
    const acks = later.stanzas.fromProvider.tag("ack").attr("id", id).list;
    expect("acks of a receipt of unknown type", acks.length, acks[0] ?? receipt).is(1);
    const reports = receiptReports(later, id);
    expect("reports of a receipt of unknown type", reports.length, reports[0] ?? receipt).is(0);
  },
  hint: "Acknowledge a receipt whose type you do not know, and conclude nothing from it.",
  mutants: {
    "no-receipt-ack": "acks of a receipt of unknown type",
    "reuses-message-id": "acks of a receipt of unknown type",
    "unknown-receipt-as-read": "reports of a receipt of unknown type",
  },
});
