import { refusesPush } from "../scenarios/pushes.js";

export default refusesPush("m3-messaging/push-audience-prefix", {
  requirement: "M3-81",
  kind: "audience-prefix",
  hint: "Compare the whole of aud with your base URL: an address that only begins like yours is another one.",
  mutants: ["accepts-longer-audience-push", "accepts-foreign-audience-push", "accepts-unsigned-push"],
});
