import { appliedFaults } from "../kit/faults.js";
import { deliveriesOf } from "../kit/groups.js";
import { bytesIn, check, childOf } from "../kit/index.js";
import { receipts } from "../kit/receipts.js";
import { groupTrouble } from "../scenarios/groups.js";

export default check("groups/missing-key", {
  requirement: "G-17",
  scenario: groupTrouble,
  reached: (trace) => appliedFaults(trace, "sender-key-withheld")[0],
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    const [first, resent] = deliveriesOf(trace, id);
    const early = receipts(resent === undefined ? trace : trace.before(resent), id, "");
    expect("delivery receipts for what did not open", early.length, early[0] ?? fault).is(0);
    const [retry] = receipts(trace, id, "retry");
    if (!expect("retry receipt", retry === undefined ? "none" : "sent", retry ?? fault).is("sent")) return;
    expect("author in the retry receipt", retry?.node.attrs["participant"], retry).is(first?.node.attrs["participant"]);
    expect("registration in bytes", bytesIn(childOf(retry?.node, "registration"))?.length, retry).is(4);
  },
  hint: "A skmsg whose key you do not have is no error of the sender: ask its author for it with a receipt of type retry to the group.",
  mutants: {
    "group-ignores-missing-key": "retry receipt",
    "group-receipt-without-key": "delivery receipts for what did not open",
  },
});
