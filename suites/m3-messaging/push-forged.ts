import { check } from "../kit/index.js";
import { expectPushRefused, forgedPush } from "../kit/pushes.js";
import { pushes } from "../scenarios/pushes.js";

export default check("m3-messaging/push-forged", {
  requirement: "M3-29",
  version: 2,
  scenario: pushes,
  reached: (trace) => forgedPush(trace, "signature"),
  judge: ({ expect, reached: [push], trace }) => expectPushRefused(expect, trace, push),
  hint: "Verify the signature of the bearer token with the keys that Meta publishes; refuse the call with 401 otherwise.",
  mutants: {
    "accepts-bad-signature-push": "status of the answer to a forged push",
    "accepts-unsigned-push": "status of the answer to a forged push",
  },
  lawful: ["refuses-pushes-with-403"],
});
