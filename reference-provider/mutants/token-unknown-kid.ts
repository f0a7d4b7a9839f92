import { currentKey } from "../behaviour/identity.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("token-unknown-kid", "Names a key id in its tokens that is not in the key set", {
  identity: { sign: (claims, keys) => currentKey(keys).sign(claims, { kid: "not-in-the-set" }) },
});
