import { refusesServer } from "../kit/handshakes.js";

export default refusesServer("m2-channel/certificate-foreign-root", {
  requirement: "M2-10",
  fault: "certificate-foreign-root",
  hint: "Verify the intermediate certificate's signature with the root key that you were configured with, and close the connection when it does not verify.",
  mutants: ["skips-root-check"],
});
