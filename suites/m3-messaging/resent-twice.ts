import { check } from "../kit/index.js";
import { askedAgain, reachedAskedAgain, resendsOf, retryRequests } from "../scenarios/retries.js";

export default check("m3-messaging/resent-twice", {
  requirement: "M3-133",
  scenario: askedAgain,
  // It was asked for a second time, after it had come again.
  reached: (trace) =>
    reachedAskedAgain(trace).filter(({ messageId = "" }) => retryRequests(trace, messageId).length > 1),
  judge({ expect, reached: [fault], trace }) {
    const resends = resendsOf(trace, fault);
    expect("message sent again a second time", resends.length > 1 ? "yes" : "no", resends.at(-1) ?? fault).is("yes");
  },
  hint: "The first repetition may fail like the message itself; only the second request brings keys for a new session. Answer a few.",
  mutants: { "resends-once": "message sent again a second time" },
});
