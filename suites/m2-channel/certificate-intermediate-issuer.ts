import { refusesServer } from "../kit/handshakes.js";

export default refusesServer("m2-channel/certificate-intermediate-issuer", {
  requirement: "M2-14",
  fault: "certificate-wrong-issuer",
  params: { certificate: "intermediate" },
  hint: "Check that the intermediate certificate names serial 0, the root's, as its issuer.",
  mutants: ["skips-intermediate-issuer", "skips-issuer-check"],
});
