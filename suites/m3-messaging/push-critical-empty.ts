import { refusesPush } from "../scenarios/pushes.js";

export default refusesPush("m3-messaging/push-critical-empty", {
  requirement: "M3-115",
  kind: "critical-empty",
  hint: "Refuse a token whose crit is an empty list (RFC 7515, section 4.1.11).",
  mutants: ["accepts-empty-critical-push", "accepts-unsigned-push"],
});
