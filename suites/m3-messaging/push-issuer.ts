import { refusesPush } from "../scenarios/pushes.js";

export default refusesPush("m3-messaging/push-issuer", {
  requirement: "M3-98",
  kind: "issuer",
  hint: "Compare iss of the bearer token with the name under which Meta issues tokens (WHATSAPP in the published sample; push.issuer of the profile).",
  mutants: ["accepts-foreign-issuer-push", "accepts-unsigned-push"],
});
