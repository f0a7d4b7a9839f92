import { refusesPush } from "../scenarios/pushes.js";

export default refusesPush("m3-messaging/push-unsigned", {
  requirement: "M3-83",
  kind: "unsigned",
  hint: 'Allow the algorithms that Meta uses and no others; "none" is never one of them.',
  mutants: ["accepts-alg-none-push", "accepts-unsigned-push"],
});
