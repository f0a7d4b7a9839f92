import { appliedFaults } from "../kit/faults.js";
import { check } from "../kit/index.js";
import { openedMessages } from "../kit/texts.js";
import { retryAsked } from "../scenarios/retries.js";

export default check("m3-messaging/retry-id", {
  requirement: "M3-180",
  scenario: retryAsked,
  // Only what was sent again has an id to compare; m3-messaging/retry-answered judges whether it was.
  reached: (trace) => appliedFaults(trace).filter((fault) => openedMessages(trace.after(fault)).length > 0),
  judge({ expect, reached: [fault], trace }) {
    const [again] = openedMessages(trace.after(fault));
    expect("id of the message sent again", again?.messageId, again ?? fault).is(fault.messageId);
  },
  hint: "Send the message again under the id that the retry receipt names. Under a new id the recipient sees it twice.",
  mutants: { "new-id-on-retry": "id of the message sent again" },
});
