import { check } from "../kit/index.js";
import { expectPushRefused, forgedPush } from "../kit/pushes.js";
import { pushes } from "../scenarios/pushes.js";

export default check("m3-messaging/push-unsigned", {
  requirement: "M3-83",
  scenario: pushes,
  reached: (trace) => forgedPush(trace, "unsigned"),
  judge: ({ expect, reached: [push], trace }) => expectPushRefused(expect, trace, push),
  hint: 'Allow the algorithms that Meta uses and no others; "none" is never one of them.',
  mutants: {
    "accepts-alg-none-push": "status of the answer to a forged push",
    "accepts-unsigned-push": "status of the answer to a forged push",
  },
  lawful: ["refuses-pushes-with-403"],
});
