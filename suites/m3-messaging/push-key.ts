import { check } from "../kit/index.js";
import { expectPushRefused, forgedPush } from "../kit/pushes.js";
import { pushes } from "../scenarios/pushes.js";

export default check("m3-messaging/push-key", {
  requirement: "M3-82",
  scenario: pushes,
  reached: (trace) => forgedPush(trace, "key"),
  judge: ({ expect, reached: [push], trace }) => expectPushRefused(expect, trace, push),
  hint: "Take the key from the set that Meta publishes and from nowhere else, least of all from the token itself (jwk in its header).",
  mutants: {
    "accepts-foreign-key-push": "status of the answer to a forged push",
    "accepts-unsigned-push": "status of the answer to a forged push",
  },
  lawful: ["refuses-pushes-with-403"],
});
