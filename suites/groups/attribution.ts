import { groupDeliveries } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { shown } from "../kit/texts.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/attribution", {
  requirement: "G-13",
  scenario: groupTalk,
  reached: (trace) => groupDeliveries(trace).flatMap(({ node }) => shown(trace, node.attrs["id"] ?? "")),
  judge({ expect, reached, trace }) {
    for (const event of reached) {
      const delivery = groupDeliveries(trace).find(({ node }) => node.attrs["id"] === event.event["id"]);
      expect("author of the message", event.event["from"], event).is(delivery?.node.attrs["participant"]);
      expect("group of the message", event.event["group"], event).is(delivery?.node.attrs["from"]);
    }
  },
  hint: "In a message of a group, from is the group and participant is the author: show both.",
  mutants: {
    "group-taken-for-author": "author of the message",
    "group-shown-as-direct": "group of the message",
  },
});
