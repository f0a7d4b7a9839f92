import { mutant } from "../behaviour/variation.js";

export default mutant(
  "ignores-identity-in-bundle",
  "Does not look at the identity key in the bundle of a known contact",
  {
    messaging: { securityNotice: (notice, source) => (source === "bundle" ? undefined : notice) },
  },
);
