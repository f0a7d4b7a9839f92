import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { textIn } from "../kit/json.js";
import { isOpen, openedMessages } from "../kit/texts.js";
import { retryAsked, textAskedAgain } from "../scenarios/retries.js";

export default check("m3-messaging/retry-answered", {
  requirement: "M3-18",
  version: 4,
  scenario: retryAsked,
  reached: appliedFaults,
  judge({ expect, reached: [fault], trace }) {
    const again = openedMessages(trace.after(fault))[0];
    if (!expect("message sent again", again === undefined ? "no" : "yes", again ?? fault).is("yes")) return;
    if (!expect("message sent again opens", again?.error ?? "yes", again).is("yes")) return;
    // What is wrong with both is judged by m3-messaging/text-out.
    const first = openedMessages(trace).find((entry) => isOpen(entry) && entry.seq < (again?.seq ?? 0));
    const wanted = first === undefined ? textAskedAgain : textIn(first.content, "text");
    expect("text of the message sent again", textIn(again?.content, "text"), again).is(wanted);
  },
  hint: "Answer a retry receipt by encrypting the same message again, in a new session if the receipt brings keys.",
  mutants: {
    "ignores-retry-request": "message sent again",
    "resends-as-fan-out": "message sent again",
    "resends-escaped-text": "text of the message sent again",
    "resends-empty-text": "text of the message sent again",
  },
});
