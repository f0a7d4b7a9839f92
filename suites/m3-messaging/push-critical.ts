import { refusesPush } from "../scenarios/pushes.js";

export default refusesPush("m3-messaging/push-critical", {
  requirement: "M3-115",
  kind: "critical",
  hint: "Refuse a token whose crit names an extension that you do not understand (RFC 7515, section 4.1.11).",
  mutants: ["accepts-critical-push", "accepts-unsigned-push"],
});
