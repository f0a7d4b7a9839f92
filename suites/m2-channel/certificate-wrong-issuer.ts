import { refusesServer } from "../kit/handshakes.js";

export default refusesServer("m2-channel/certificate-wrong-issuer", {
  requirement: "M2-14",
  fault: "certificate-wrong-issuer",
  hint: "Check that the leaf names the serial of the intermediate as its issuer.",
  mutants: ["skips-issuer-check"],
});
