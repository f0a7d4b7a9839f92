import { refusesPush } from "../scenarios/pushes.js";

export default refusesPush("m3-messaging/push-algorithm", {
  requirement: "M3-116",
  kind: "algorithm",
  hint: "Use a key with no other algorithm than its alg in the key set names.",
  mutants: ["accepts-other-algorithm-push", "accepts-alg-none-push", "accepts-unsigned-push"],
});
