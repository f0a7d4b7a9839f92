import { groupDeliveries, membershipNews, membersIn } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { shown } from "../kit/texts.js";
import { groupTrouble } from "../scenarios/groups.js";

export default check("groups/outsider-unheard", {
  requirement: "G-22",
  scenario: groupTrouble,
  reached(trace) {
    const [news] = membershipNews(trace, "remove");
    if (news === undefined) return undefined;
    const removed = membersIn(news, "remove");
    const from = (part: typeof trace) =>
      groupDeliveries(part).filter(({ node }) => removed.includes(node.attrs["participant"] ?? ""));
    const heard = from(trace.before(news)).some(({ node }) => shown(trace, node.attrs["id"] ?? "").length > 0);
    return heard ? from(trace.after(news)) : [];
  },
  judge({ expect, reached: [delivery], trace }) {
    const events = shown(trace, delivery.node.attrs["id"] ?? "");
    expect("message of somebody who left shown", events.length === 0 ? "no" : "yes", events[0] ?? delivery).is("no");
    const next = groupDeliveries(trace.after(delivery))[0];
    const after = shown(trace, next?.node.attrs["id"] ?? "");
    expect("next member's message shown", after.length === 0 ? "no" : "yes", after[0] ?? next ?? delivery).is("yes");
  },
  hint: "Having a key of somebody is not enough: whoever is not in the group is not heard in it.",
  mutants: { "group-hears-outsiders": "message of somebody who left shown" },
});
