import { appliedFaults } from "../kit/faults.js";
import { deliveriesOf, groupDeliveries } from "../kit/groups.js";
import { check, childOf, type StanzaEntry } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { shown } from "../kit/texts.js";
import { groupTrouble } from "../scenarios/groups.js";

export default check("groups/missing-key-recovers", {
  requirement: "G-18",
  scenario: groupTrouble,
  reached(trace) {
    const [fault] = appliedFaults(trace, "sender-key-withheld");
    // Sent again, for this member alone and with the key in it.
    const isResend = ({ node }: StanzaEntry): boolean => childOf(node, "enc")?.attrs["type"] !== "skmsg";
    return fault === undefined ? undefined : deliveriesOf(trace, fault.messageId ?? "").find(isResend);
  },
  judge({ expect, reached: [resent], trace }) {
    const id = resent.node.attrs["id"] ?? "";
    expect("times the message is shown", shown(trace, id).length, shown(trace, id)[0] ?? resent).is(1);
    const next = groupDeliveries(trace.after(resent)).find(({ node }) => node.attrs["id"] !== id);
    const asked = next === undefined ? [] : receipts(trace, next.node.attrs["id"] ?? "", "retry");
    expect("retry receipts for the next message", asked.length, asked[0] ?? next ?? resent).is(0);
  },
  hint: "What was sent again holds message and key: show the one, keep the other, and the next skmsg opens.",
  mutants: { "group-drops-key-of-resend": "retry receipts for the next message" },
});
