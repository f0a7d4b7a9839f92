import { mutant } from "../behaviour/variation.js";
import { createSenderKeys } from "../../signal/sender-keys/sender-keys.js";

export default mutant("group-skips-signature", "Does not verify the signature of messages of groups", {
  groups: { senderKeys: (random) => createSenderKeys(random, () => true) },
});
