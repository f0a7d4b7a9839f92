import { mutant } from "../behaviour/variation.js";

export default mutant("jwks-without-kid", "Publishes keys without a key id", {
  identity: { keySet: async (keys) => ({ keys: keys.map(({ publicJwk }) => ({ ...publicJwk, kid: undefined })) }) },
});
