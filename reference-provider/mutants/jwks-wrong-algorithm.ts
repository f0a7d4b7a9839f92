import { mutant } from "../behaviour/variation.js";

export default mutant("jwks-wrong-algorithm", "Publishes its signing keys as keys for another algorithm", {
  identity: { keySet: async (keys) => ({ keys: keys.map(({ publicJwk }) => ({ ...publicJwk, alg: "RS512" })) }) },
});
