import { refusesServer } from "../kit/handshakes.js";

export default refusesServer("m2-channel/certificate-bad-signature", {
  requirement: "M2-11",
  fault: "certificate-bad-signature",
  hint: "Verify the leaf certificate's signature with the intermediate's key, and use the result: a verification whose answer is ignored is none.",
  mutants: ["skips-leaf-signature"],
});
