import { expectFollowerShown, faultsOnMessages } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { messageAnswers } from "../kit/receipts.js";
import { shown } from "../kit/texts.js";
import { oddMessages } from "../scenarios/odd-messages.js";

export default check("m3-messaging/enc-twice", {
  requirement: "M3-56",
  version: 2,
  scenario: oddMessages,
  reached: (trace) => faultsOnMessages(trace, "enc-twice"),
  judge({ expect, reached: [fault], trace }) {
    const id = fault.messageId ?? "";
    const events = shown(trace, id);
    expect("times the message is shown", events.length, events.at(-1) ?? fault).isAtMost(1);
    const answers = messageAnswers(trace, id);
    expect("answers to the message", answers.length, answers.at(-1) ?? fault).isAtMost(1);
    expectFollowerShown(expect, trace, fault);
  },
  hint: "A message has one enc. Take one or refuse the message, but answer it once and show it once at most.",
  mutants: {
    "answers-each-enc": "answers to the message",
    "double-receipt": "answers to the message",
    "receipt-and-ack": "answers to the message",
  },
});
