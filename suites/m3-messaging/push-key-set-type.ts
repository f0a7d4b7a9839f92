import { takesKeySet } from "../scenarios/pushes.js";

export default takesKeySet("m3-messaging/push-key-set-type", {
  requirement: "M3-111",
  forms: ["jwk-set-type"],
  hint: "Take a key set as application/jwk-set+json, too, with or without a charset (RFC 7517, section 8.5).",
  mutants: ["push-wants-plain-key-type"],
});
