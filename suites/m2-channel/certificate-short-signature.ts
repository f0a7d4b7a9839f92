import { refusesServer } from "../kit/handshakes.js";

export default refusesServer("m2-channel/certificate-short-signature", {
  requirement: "M2-54",
  fault: "certificate-short-signature",
  hint: "Refuse a certificate whose signature has another length than 64 bytes; never leave the verification out because it cannot be done.",
  mutants: ["accepts-short-signature"],
});
