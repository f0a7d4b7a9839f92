import { refusesBundles } from "../kit/keys.js";

export default refusesBundles("m3-messaging/bundle-bad-signature", {
  requirement: "M3-16",
  faults: [{ fault: "bundle-bad-signature", times: "always" }],
  hint: "Verify the signature of the signed pre-key with the identity key before any key agreement; when it fails, send nothing and say so.",
  mutants: ["skips-bundle-signature"],
});
