import { check } from "../kit/index.js";
import { expectPushRefused, forgedPush } from "../kit/pushes.js";
import { pushes } from "../scenarios/pushes.js";

export default check("m3-messaging/push-audience", {
  requirement: "M3-81",
  scenario: pushes,
  reached: (trace) => forgedPush(trace, "audience"),
  judge: ({ expect, reached: [push], trace }) => expectPushRefused(expect, trace, push),
  hint: "Compare aud of the bearer token with your own base URL; refuse the call with 401 otherwise.",
  mutants: {
    "accepts-foreign-audience-push": "status of the answer to a forged push",
    "accepts-unsigned-push": "status of the answer to a forged push",
  },
  lawful: ["refuses-pushes-with-403"],
});
