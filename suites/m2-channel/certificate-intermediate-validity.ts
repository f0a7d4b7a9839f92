import { refusesServer } from "../kit/handshakes.js";

export default refusesServer("m2-channel/certificate-intermediate-validity", {
  requirement: "M2-13",
  fault: "certificate-expired",
  params: { certificate: "intermediate" },
  hint: "Compare the time with the validity of the intermediate certificate as well: a leaf is good for no longer than its issuer.",
  mutants: ["skips-intermediate-validity", "skips-expiry-check"],
});
