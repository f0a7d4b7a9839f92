import { mutant } from "../behaviour/variation.js";

export default mutant("silent-identity-change", "Does not tell the user that a contact's identity key has changed", {
  messaging: { securityNotice: () => undefined },
});
