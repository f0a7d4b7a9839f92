import { check } from "../kit/index.js";
import { receiptsToProvider } from "../kit/receipts.js";
import { receipts } from "../scenarios/receipts.js";

export default check("m4-features/receipt-ack", {
  requirement: "M4-65",
  version: 3,
  scenario: receipts,
  reached: (trace) => [...receiptsToProvider(trace, ""), ...receiptsToProvider(trace, "read")],
  judge({ expect, reached, trace }) {
    for (const receipt of reached) {
      const { id, type } = receipt.node.attrs as Partial<Record<"id" | "type", string>>;
      const acks = trace
        .after(receipt)
        .stanzas.fromProvider.tag("ack")
        .attr("id", id)
        .where(({ node }) => node.attrs["class"] === "receipt");
      const fitting = acks.where(({ node }) => (node.attrs["type"] || type) === type).list;
      const types = trace.stanzas.toProvider
        .tag("receipt")
        .attr("id", id)
        .list.map(({ node }) => node.attrs["type"]);
      const foreign = acks.where(({ node }) => ![...types, undefined].includes(node.attrs["type"] || undefined)).list;
      expect("acks of the receipt", fitting.length > 0, acks.list[0] ?? receipt).is(true);
      expect("types that no receipt had", foreign.length, foreign[0] ?? receipt).is(0);
    }
  },
  hint: "Acknowledge each receipt with class receipt and its id. Repeat its type, and add none where it had none: the server ends the stream otherwise.",
  mutants: {
    "no-receipt-ack": "acks of the receipt",
    "no-ack-for-listed-receipts": "acks of the receipt",
    "invents-ack-type": "types that no receipt had",
  },
});
