import { mutant } from "../behaviour/variation.js";

export default mutant("jwks-wrong-use", "Publishes its signing keys as encryption keys", {
  identity: { keySet: async (keys) => ({ keys: keys.map(({ publicJwk }) => ({ ...publicJwk, use: "enc" })) }) },
});
