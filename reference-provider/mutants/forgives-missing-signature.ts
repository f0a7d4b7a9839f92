import { childNamed, childrenNamed } from "../../protocol/stanza/node.js";
import { sessionEngine } from "../../signal/engine.js";
import { lawfulKeys } from "../behaviour/keys.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("forgives-missing-signature", "Refuses a wrong signature of a signed pre-key, and needs none", {
  keys: {
    readBundle(answer, jid) {
      const users = childrenNamed(childNamed(answer, "list") ?? answer, "user");
      const signed = users.map((user) => childNamed(user, "skey")).find((key) => key !== undefined);
      const isUnsigned = signed !== undefined && childNamed(signed, "signature") === undefined;
      // The Signal library cannot be talked out of its check; with keys made up here it has nothing to object to.
      return isUnsigned ? sessionEngine("x3dh-v3").createAccount().bundle() : lawfulKeys.readBundle(answer, jid);
    },
  },
});
