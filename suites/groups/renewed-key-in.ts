import { groupDeliveries, membershipNews } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/renewed-key-in", {
  requirement: "G-16",
  scenario: groupTalk,
  reached(trace) {
    const [news] = membershipNews(trace, "remove");
    return news === undefined || groupDeliveries(trace.before(news)).length === 0
      ? undefined
      : groupDeliveries(trace.after(news))[0];
  },
  judge({ expect, reached: [delivery], trace }) {
    const asked = receipts(trace, delivery.node.attrs["id"] ?? "", "retry");
    expect("retry receipts for a message under a new key", asked.length, asked[0] ?? delivery).is(0);
  },
  hint: "A member may distribute a new key at any time: take it beside the old one, by the id that both key and message carry.",
  mutants: { "group-keeps-first-key-of-member": "retry receipts for a message under a new key" },
});
