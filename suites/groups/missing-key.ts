import { bytesIn, check, childOf } from "../kit/index.js";
import { appliedFault, groupDeliveries, retryReceipts } from "../kit/groups.js";
import { receipts } from "../kit/texts.js";
import { groupTrouble } from "../scenarios/group-trouble.js";

export default check("groups/missing-key", {
  requirement: "G-17",
  scenario: groupTrouble,
  reached: (trace) => appliedFault(trace, "sender-key-withheld"),
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    const deliveries = groupDeliveries(trace).filter(({ node }) => node.attrs["id"] === id);
    const [first, resent] = deliveries;
    const early = receipts(resent === undefined ? trace : trace.before(resent), id, "");
    expect("delivery receipts for what did not open", early.length, early[0] ?? fault).is(0);
    const [retry] = retryReceipts(trace, id);
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
