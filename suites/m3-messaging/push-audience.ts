import { refusesPush } from "../scenarios/pushes.js";

export default refusesPush("m3-messaging/push-audience", {
  requirement: "M3-81",
  kind: "audience",
  hint: "Compare aud of the bearer token with your own base URL; refuse the call with 401 otherwise.",
  mutants: ["accepts-foreign-audience-push", "accepts-unsigned-push"],
});
