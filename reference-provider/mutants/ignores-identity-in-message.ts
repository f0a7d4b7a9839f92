import { mutant } from "../behaviour/variation.js";

export default mutant(
  "ignores-identity-in-message",
  "Does not look at the identity key in a message of a known contact",
  {
    messaging: { securityNotice: (notice, source) => (source === "message" ? undefined : notice) },
  },
);
