import { refusesPush } from "../scenarios/pushes.js";

export default refusesPush("m3-messaging/push-issuer-list", {
  requirement: "M3-98",
  kind: "issuer-list",
  hint: "Take iss for a text, and compare the whole of it; refuse a token in which it is anything else.",
  mutants: ["accepts-issuer-list-push", "accepts-foreign-issuer-push", "accepts-unsigned-push"],
});
