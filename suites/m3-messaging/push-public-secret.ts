import { check } from "../kit/index.js";
import { expectPushRefused, forgedPush } from "../kit/pushes.js";
import { pushes } from "../scenarios/pushes.js";

export default check("m3-messaging/push-public-secret", {
  requirement: "M3-99",
  scenario: pushes,
  reached: (trace) => forgedPush(trace, "public-secret"),
  judge: ({ expect, reached: [push], trace }) => expectPushRefused(expect, trace, push),
  hint: "Decide yourself which algorithm a token has, and give a verifier keys of that kind only: a public key is no secret for HMAC.",
  mutants: {
    "accepts-public-secret-push": "status of the answer to a forged push",
    "accepts-alg-none-push": "status of the answer to a forged push",
    "accepts-unsigned-push": "status of the answer to a forged push",
  },
  lawful: ["refuses-pushes-with-403"],
});
