import { refusesServer } from "../kit/handshakes.js";

export default refusesServer("m2-channel/certificate-not-yet-valid", {
  requirement: "M2-53",
  version: 2,
  fault: "certificate-not-yet-valid",
  hint: "Compare notBefore with the time, as well as notAfter.",
  mutants: ["skips-not-before-check", "skips-expiry-check"],
});
