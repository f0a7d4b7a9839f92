import { takesPush } from "../scenarios/pushes.js";

export default takesPush("m3-messaging/push-token-type", {
  requirement: "M3-192",
  kinds: ["type-at-jwt"],
  hint: "Take a token whatever its typ, as long as its signature and claims are right.",
  mutants: { "push-wants-type-jwt": "push: type-at-jwt" },
});
