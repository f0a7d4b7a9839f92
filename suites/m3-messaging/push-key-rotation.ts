import { check } from "../kit/index.js";
import { genuinePushes, isAccepted, outcomeOf, pushesUnderNewKeys, pushKeys } from "../scenarios/pushes.js";

export default check("m3-messaging/push-key-rotation", {
  requirement: "M3-47",
  version: 2,
  scenario: pushKeys,
  // m3-messaging/push-reconnect judges a provider that accepts no push at all.
  reached(trace) {
    if (!genuinePushes(trace).some((push) => isAccepted(trace, push))) return [];
    return pushesUnderNewKeys(trace).flatMap(({ push, form }) => (form === undefined ? [push] : []));
  },
  judge({ expect, reached, trace }) {
    for (const push of reached) {
      const answer = trace.http.counterpart(push);
      expect("push under a new key", outcomeOf(trace, push), answer ?? push).is("accepted");
    }
  },
  hint: "Fetch Meta's key set again when a token names a key that you do not have, each time: keys are changed without notice.",
  mutants: {
    "never-fetches-new-meta-keys": "push under a new key",
    "push-fetches-new-keys-once": "push under a new key",
  },
});
