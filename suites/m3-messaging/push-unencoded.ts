import { refusesPush } from "../scenarios/pushes.js";

export default refusesPush("m3-messaging/push-unencoded", {
  requirement: "M3-115",
  kind: "unencoded",
  hint: "Refuse a token whose payload is not encoded: a JWT never has b64 false (RFC 7797, section 7).",
  mutants: ["accepts-unencoded-push", "accepts-unsigned-push"],
});
