import { check } from "../kit/index.js";
import { messageAnswers, receipts } from "../kit/receipts.js";
import { deliveries, shown } from "../kit/texts.js";
import { messageIds, sealedAgain } from "../scenarios/ids.js";

export default check("m3-messaging/sealed-again", {
  requirement: "M3-128",
  version: 2,
  scenario: messageIds,
  // The message had been shown when it came encrypted again.
  reached(trace) {
    const again = sealedAgain(trace);
    if (again === undefined || deliveries(trace.after(again), again.messageId).length === 0) return undefined;
    return shown(trace.before(again), again.messageId).length > 0 ? again : undefined;
  },
  judge({ expect, reached: [again], trace }) {
    const id = again.messageId;
    const events = shown(trace, id);
    expect("times a message is shown that was encrypted twice", events.length, events.at(-1) ?? again).is(1);
    const retries = receipts(trace, id, "retry");
    expect("retry receipts for what was shown", retries.length, retries[0] ?? again).is(0);
    // A provider that answers no message at all is judged by m3-messaging/delivery-receipt.
    if (messageAnswers(trace.before(again), id).length === 0) return;
    const answers = messageAnswers(trace.after(again), id);
    expect("answers to the message when it came again", answers.length > 0, answers[0] ?? again).is(true);
  },
  hint: "A message that crosses a retry receipt comes again, encrypted again, under its id: answer it, and show it once.",
  mutants: {
    "knows-copies-by-ciphertext": "times a message is shown that was encrypted twice",
    "shows-duplicates": "times a message is shown that was encrypted twice",
    "knows-copies-by-time": "times a message is shown that was encrypted twice",
    "retries-duplicates": "retry receipts for what was shown",
    "no-receipt-for-redelivery": "answers to the message when it came again",
  },
});
