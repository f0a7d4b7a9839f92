import { appliedFaults } from "../kit/faults.js";
import { deliveriesOf, groupDeliveries } from "../kit/groups.js";
import { check, childOf, type StanzaEntry } from "../kit/index.js";
import { textIn } from "../kit/json.js";
import { receipts } from "../kit/receipts.js";
import { sealedText, shown } from "../kit/texts.js";
import { groupTrouble } from "../scenarios/groups.js";

export default check("groups/missing-key-recovers", {
  requirement: "G-18",
  version: 2,
  scenario: groupTrouble,
  reached(trace) {
    const [fault] = appliedFaults(trace, "sender-key-withheld");
    // Sent again, for this member alone and with the key in it.
    const isResend = ({ node }: StanzaEntry): boolean => childOf(node, "enc")?.attrs["type"] !== "skmsg";
    return fault === undefined ? undefined : deliveriesOf(trace, fault.messageId ?? "").find(isResend);
  },
  judge({ expect, reached: [resent], trace }) {
    const id = resent.node.attrs["id"] ?? "";
    const early = shown(trace.before(resent), id);
    expect("messages shown that did not open", early.length, early[0] ?? resent).is(0);
    const events = shown(trace, id);
    expect("times the message is shown", events.length, events[0] ?? resent).is(1);
    const text = textIn(events[0]?.event["content"], "text");
    expect("text of the message sent again", text, events[0] ?? resent).is(sealedText(trace, id));
    const next = groupDeliveries(trace.after(resent)).find(({ node }) => node.attrs["id"] !== id);
    const asked = next === undefined ? [] : receipts(trace, next.node.attrs["id"] ?? "", "retry");
    expect("retry receipts for the next message", asked.length, asked[0] ?? next ?? resent).is(0);
  },
  hint: "What was sent again holds message and key: show the one, keep the other, and the next skmsg opens.",
  mutants: {
    "group-drops-key-of-resend": "retry receipts for the next message",
    "group-loses-text-beside-key": "times the message is shown",
    "group-shows-unopened": "messages shown that did not open",
  },
});
