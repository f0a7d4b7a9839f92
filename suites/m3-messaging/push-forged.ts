import { refusesPush } from "../scenarios/pushes.js";

export default refusesPush("m3-messaging/push-forged", {
  requirement: "M3-29",
  version: 2,
  kind: "signature",
  hint: "Verify the signature of the bearer token with the keys that Meta publishes; refuse the call with 401 otherwise.",
  mutants: ["accepts-bad-signature-push", "accepts-unsigned-push"],
});
