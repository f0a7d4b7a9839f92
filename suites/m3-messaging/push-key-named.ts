import { refusesPush } from "../scenarios/pushes.js";

export default refusesPush("m3-messaging/push-key-named", {
  requirement: "M3-117",
  kind: "other-key-id",
  hint: "Verify a token with the key that its kid names, and with no other one of the set.",
  mutants: ["accepts-any-key-push", "accepts-bad-signature-push", "accepts-unsigned-push"],
});
