import { currentKey } from "../behaviour/identity.js";
import { mutant } from "../behaviour/variation.js";
import { makeTokenKey, type TokenKey } from "../server/token-key.js";

let otherKey: Promise<TokenKey> | undefined;

export default mutant("token-signed-by-other-key", "Signs tokens with another key than the one that they name", {
  identity: {
    async sign(claims, keys) {
      otherKey ??= makeTokenKey();
      return (await otherKey).sign(claims, { kid: currentKey(keys).kid });
    },
  },
});
