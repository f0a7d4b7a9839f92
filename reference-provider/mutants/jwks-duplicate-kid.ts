import { makeTokenKey } from "../server/token-key.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("jwks-duplicate-kid", "Publishes two different keys under one key id", {
  identity: {
    async keySet(keys) {
      const published = keys.map(({ publicJwk }) => publicJwk);
      const { publicJwk } = await makeTokenKey();
      return { keys: [...published, { ...publicJwk, kid: published[0]?.["kid"] ?? "" }] };
    },
  },
});
