import { currentKey } from "../behaviour/identity.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("jwks-not-a-set", "Serves a bare key in place of a set of keys", {
  identity: { keySet: async (keys) => currentKey(keys).publicJwk },
});
