import { refusesServer } from "../kit/handshakes.js";

export default refusesServer("m2-channel/certificate-leaf-mismatch", {
  requirement: "M2-12",
  fault: "certificate-leaf-mismatch",
  hint: "Compare the leaf certificate's key with the static key of the handshake: without it, anybody can replay a public chain.",
  mutants: ["skips-leaf-binding"],
});
