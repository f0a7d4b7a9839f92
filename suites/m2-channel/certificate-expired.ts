import { refusesServer } from "../kit/handshakes.js";

export default refusesServer("m2-channel/certificate-expired", {
  requirement: "M2-13",
  version: 2,
  fault: "certificate-expired",
  hint: "Refuse a server whose leaf certificate is past its notAfter.",
  mutants: ["skips-expiry-check"],
});
