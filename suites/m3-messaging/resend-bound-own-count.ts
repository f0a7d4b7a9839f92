import { check } from "../kit/index.js";
import { askedAgain, reachedStubborn, resendsOf } from "../scenarios/retries.js";

export default check("m3-messaging/resend-bound-own-count", {
  requirement: "M3-132",
  scenario: askedAgain,
  reached: reachedStubborn,
  judge({ expect, reached: [fault], trace, profile }) {
    const resends = resendsOf(trace, fault);
    expect("answers to requests that all state 1", resends.length, resends.at(-1) ?? fault).isAtMost(
      profile.receipts.maximumResends,
    );
  },
  hint: "Count yourself how often you have sent a message again; the count in a retry receipt is the word of the one who asks.",
  mutants: {
    "trusts-stated-count": "answers to requests that all state 1",
    "resends-for-ever": "answers to requests that all state 1",
  },
});
