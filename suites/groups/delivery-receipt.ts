import { groupDeliveries } from "../kit/groups.js";
import { check } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { groupTalk } from "../scenarios/groups.js";

export default check("groups/delivery-receipt", {
  requirement: "G-14",
  scenario: groupTalk,
  reached: groupDeliveries,
  judge({ expect, reached, trace }) {
    for (const entry of reached) {
      const { id = "", from, participant } = entry.node.attrs as Partial<Record<string, string>>;
      const sent = receipts(trace, id, "");
      if (!expect("delivery receipts", sent.length, sent[0] ?? entry).is(1)) continue;
      expect("receipt goes to", sent[0]?.node.attrs["to"], sent[0]).is(from);
      expect("participant of the receipt", sent[0]?.node.attrs["participant"], sent[0]).is(participant);
    }
  },
  hint: "Answer a message of a group that you opened with one receipt to the group that names the author as participant.",
  mutants: {
    "group-sends-no-receipt": "delivery receipts",
    "group-receipt-without-author": "participant of the receipt",
  },
});
