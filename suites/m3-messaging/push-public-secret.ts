import { refusesPush } from "../scenarios/pushes.js";

export default refusesPush("m3-messaging/push-public-secret", {
  requirement: "M3-99",
  kind: "public-secret",
  hint: "Decide yourself which algorithm a token has, and give a verifier keys of that kind only: a public key is no secret for HMAC.",
  mutants: ["accepts-public-secret-push", "accepts-alg-none-push", "accepts-unsigned-push"],
});
