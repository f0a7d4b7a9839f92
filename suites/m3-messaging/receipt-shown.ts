import { check } from "../kit/index.js";
import { receiptReports } from "../kit/receipts.js";
import { requestedTexts } from "../kit/texts.js";
import { conversation } from "../scenarios/conversation.js";

export default check("m3-messaging/receipt-shown", {
  requirement: "M3-41",
  scenario: conversation,
  needs: ["receipts"],
  reached: (trace) =>
    trace.stanzas.toProvider
      .tag("receipt")
      .where(({ node }) => node.attrs["type"] === undefined && requestedTexts(trace).has(node.attrs["id"] ?? "")).list,
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const id = entry.node.attrs["id"] ?? "";
      const reports = receiptReports(trace, id);
      expect("receipt shown to the user", reports.length > 0, reports[0] ?? entry).is(true);
    }
  },
  hint: "Show the user that the message was delivered when its receipt arrives.",
  mutants: { "hides-receipts": "receipt shown to the user" },
});
