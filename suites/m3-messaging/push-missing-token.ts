import { refusesPush } from "../scenarios/pushes.js";

export default refusesPush("m3-messaging/push-missing-token", {
  requirement: "M3-84",
  kind: "missing",
  hint: "Refuse a push that has no bearer token with 401.",
  mutants: ["accepts-push-without-token", "accepts-unsigned-push"],
});
