import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { messageAnswers } from "../kit/receipts.js";
import { deliveries, shown } from "../kit/texts.js";
import { killed } from "../scenarios/absence.js";

export default check("m3-messaging/killed-before-answered", {
  requirement: "M3-90",
  scenario: killed,
  // The message, as the server delivers it again.
  reached(trace) {
    const [fault] = appliedFaults(trace);
    return fault === undefined ? [] : deliveries(trace.after(fault), fault.messageId ?? "");
  },
  judge({ expect, reached: [again], trace }) {
    const id = again.node.attrs["id"] ?? "";
    const events = shown(trace, id);
    expect("times a message on whose way the client was killed is shown", events.length, events.at(-1) ?? again).is(1);
    const answers = messageAnswers(trace.after(again), id);
    expect("answers to the message when it came again", answers.length > 0, answers[0] ?? again).is(true);
  },
  hint: "What was opened and not answered comes again. Store the message together with the session that opened it.",
  mutants: {
    "loses-first-waiting-message": "answers to the message when it came again",
    "stores-sessions-only": "times a message on whose way the client was killed is shown",
    "no-receipt-for-redelivery": "answers to the message when it came again",
  },
});
