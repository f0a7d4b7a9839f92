import { mutant } from "../behaviour/variation.js";

export default mutant("jwks-leaks-private-key", "Publishes the private members of its keys", {
  identity: { keySet: async (keys) => ({ keys: await Promise.all(keys.map((key) => key.privateJwk())) }) },
});
