import { check } from "../kit/index.js";
import { receiptReports } from "../kit/receipts.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/receipt-shown", {
  requirement: "G-15",
  scenario: groupTalk,
  needs: ["receipts"],
  reached: (trace) =>
    trace.stanzas.toProvider.tag("receipt").where(({ node }) => "participant" in node.attrs && !("type" in node.attrs))
      .list,
  judge({ expect, reached, trace }) {
    // Events are collected when the scenario is over; what arrived in its last moments may not be among them.
    for (const { node, ...entry } of reached.slice(0, 4)) {
      const { id = "", participant } = node.attrs;
      const event = receiptReports(trace, id).find((report) => report.event["from"] === participant);
      expect("receipt of the member shown", event === undefined ? "no" : "yes", { ...entry, node }).is("yes");
    }
  },
  hint: "Report which member a message has reached: the participant of the receipt.",
  mutants: { "group-hides-receipts": "receipt of the member shown" },
});
