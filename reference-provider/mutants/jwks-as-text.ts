import { lawfulIdentity } from "../behaviour/identity.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("jwks-as-text", "Publishes its key set as plain text", {
  identity: { keySetHeaders: { ...lawfulIdentity.keySetHeaders, "content-type": "text/plain" } },
});
