import { takesKeySet } from "../scenarios/pushes.js";

export default takesKeySet("m3-messaging/push-key-among-others", {
  requirement: "M3-110",
  forms: ["others-first", "others-last"],
  hint: "Pass over members of the key set that you cannot use, and take among those with the kid of the token the one whose kty, alg and use fit.",
  mutants: ["push-drops-odd-key-set", "push-takes-first-key", "push-takes-last-key"],
});
