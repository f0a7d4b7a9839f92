import { refusesBundles } from "../kit/keys.js";

export default refusesBundles("m3-messaging/bundle-without-signature", {
  requirement: "M3-91",
  faults: ["missing", "zero"].map((form) => ({ fault: "bundle-bad-signature", params: { form } })),
  hint: "Treat a signed pre-key without a signature as one with a wrong signature: send nothing, and say so.",
  mutants: ["forgives-missing-signature", "skips-bundle-signature"],
});
