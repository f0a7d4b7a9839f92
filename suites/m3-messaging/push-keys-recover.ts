import { check } from "../kit/index.js";
import { followsKeys, isAccepted, outcomeOf, pushesUnderNewKeys, pushKeys } from "../scenarios/pushes.js";

const finding = "push after the key endpoint failed";

export default check("m3-messaging/push-keys-recover", {
  requirement: "M3-112",
  scenario: pushKeys,
  // The second push under this key: the key endpoint had failed at the first one.
  reached(trace) {
    const failed = pushesUnderNewKeys(trace).find(({ form }) => form === "unavailable")?.push;
    if (failed === undefined || !followsKeys(trace) || isAccepted(trace, failed)) return [];
    return trace.after(failed).http.server("push").requests.list.slice(0, 1);
  },
  judge({ expect, reached: [push], trace }) {
    const answer = trace.http.counterpart(push);
    expect(finding, outcomeOf(trace, push), answer ?? push).is("accepted");
  },
  hint: "Fetch the key set again at the next token when a fetch failed; no failure is for ever.",
  mutants: { "push-stops-fetching-keys": finding },
});
