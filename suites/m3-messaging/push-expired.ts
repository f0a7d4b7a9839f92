import { check } from "../kit/index.js";
import { expectPushRefused, forgedPush } from "../kit/pushes.js";
import { pushes } from "../scenarios/pushes.js";

export default check("m3-messaging/push-expired", {
  requirement: "M3-80",
  scenario: pushes,
  reached: (trace) => forgedPush(trace, "expired"),
  judge: ({ expect, reached: [push], trace }) => expectPushRefused(expect, trace, push),
  hint: "Compare exp of the bearer token with your clock, with a small allowance; refuse the call with 401 otherwise.",
  mutants: {
    "accepts-expired-push": "status of the answer to a forged push",
    "accepts-unsigned-push": "status of the answer to a forged push",
  },
  lawful: ["refuses-pushes-with-403"],
});
