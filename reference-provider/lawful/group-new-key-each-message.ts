import { createSenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { lawful } from "../behaviour/variation.js";

export default lawful("group-new-key-each-message", "Takes a new key for every message to a group", {
  groups: {
    keyReceivers: (members) => members,
    senderKeys(random) {
      const keys = createSenderKeys(random);
      return {
        ...keys,
        encrypt(group, plaintext) {
          const message = keys.encrypt(group, plaintext);
          keys.renew(group);
          return message;
        },
      };
    },
  },
});
