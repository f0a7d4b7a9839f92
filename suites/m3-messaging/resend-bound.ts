import { check } from "../kit/index.js";
import { askedAgain, reachedAskedAgain, resendsOf } from "../scenarios/retries.js";

export default check("m3-messaging/resend-bound", {
  requirement: "M3-51",
  scenario: askedAgain,
  reached: reachedAskedAgain,
  judge({ expect, reached: [fault], trace, profile }) {
    const resends = resendsOf(trace, fault);
    expect("answers to requests for one message", resends.length, resends.at(-1) ?? fault).isAtMost(
      profile.receipts.maximumResends,
    );
  },
  hint: "Count how often a message was sent again, and stop: whoever asks without end must not be answered without end.",
  mutants: {
    "resends-for-ever": "answers to requests for one message",
    "reuses-message-id": "answers to requests for one message",
  },
});
