import { currentKey } from "../behaviour/identity.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("withdraws-old-key", "Stops publishing a key with the first token that another one signs", {
  identity: { keySet: async (keys) => ({ keys: [currentKey(keys).publicJwk] }) },
});
