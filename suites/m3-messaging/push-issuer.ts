import { check } from "../kit/index.js";
import { expectPushRefused, forgedPush } from "../kit/pushes.js";
import { pushes } from "../scenarios/pushes.js";

export default check("m3-messaging/push-issuer", {
  requirement: "M3-98",
  scenario: pushes,
  reached: (trace) => forgedPush(trace, "issuer"),
  judge: ({ expect, reached: [push], trace }) => expectPushRefused(expect, trace, push),
  hint: "Compare iss of the bearer token with the name under which Meta issues tokens (WHATSAPP in the published sample; push.issuer of the profile).",
  mutants: {
    "accepts-foreign-issuer-push": "status of the answer to a forged push",
    "accepts-unsigned-push": "status of the answer to a forged push",
  },
  lawful: ["refuses-pushes-with-403"],
});
