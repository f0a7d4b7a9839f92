import { refusesPush } from "../scenarios/pushes.js";

export default refusesPush("m3-messaging/push-key", {
  requirement: "M3-82",
  kind: "key",
  hint: "Take the key from the set that Meta publishes and from nowhere else, least of all from the token itself (jwk in its header).",
  mutants: ["accepts-foreign-key-push", "accepts-unsigned-push"],
});
