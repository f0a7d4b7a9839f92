import { expectFollowerShown, faultsOnMessages } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { messageAcks, receipts } from "../kit/receipts.js";
import { shown } from "../kit/texts.js";
import { oddMessages } from "../scenarios/odd-messages.js";

export default check("m3-messaging/key-alone", {
  requirement: "M3-136",
  scenario: oddMessages,
  reached: (trace) =>
    faultsOnMessages(trace, "sender-key-added").filter(({ params }) => params["content"] === "dropped"),
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    const events = shown(trace, id);
    expect("messages shown for a sender key alone", events.length, events[0] ?? fault).is(0);
    const retries = receipts(trace, id, "retry");
    expect("retry receipts for what opens", retries.length, retries[0] ?? fault).is(0);
    const refusals = messageAcks(trace, id).filter(({ node }) => node.attrs["error"] !== undefined);
    expect("refusals of a sender key alone", refusals.length, refusals[0] ?? fault).is(0);
    expectFollowerShown(expect, trace, fault);
  },
  hint: "Some messages are for the client and not for the user: answer them, and show nothing.",
  mutants: {
    "shows-content-without-text": "messages shown for a sender key alone",
    "retries-unknown-content": "retry receipts for what opens",
  },
});
