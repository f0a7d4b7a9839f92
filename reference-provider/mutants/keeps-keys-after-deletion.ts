import { mutant } from "../behaviour/variation.js";

export default mutant("keeps-keys-after-deletion", "Gives a user who was deleted and comes back the keys from before", {
  features: { keepsKeysOfDeleted: true },
});
