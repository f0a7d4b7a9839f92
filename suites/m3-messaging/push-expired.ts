import { refusesPush } from "../scenarios/pushes.js";

export default refusesPush("m3-messaging/push-expired", {
  requirement: "M3-80",
  kind: "expired",
  hint: "Compare exp of the bearer token with your clock, with a small allowance; refuse the call with 401 otherwise.",
  mutants: ["accepts-expired-push", "accepts-unsigned-push"],
});
