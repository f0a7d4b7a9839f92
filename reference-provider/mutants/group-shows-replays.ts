import { createSenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { mutant } from "../behaviour/variation.js";
import { toHex } from "../../core/bytes.js";

export default mutant("group-shows-replays", "Keeps the keys of messages of groups, so that a ciphertext opens again", {
  groups: {
    senderKeys(random) {
      const keys = createSenderKeys(random);
      const opened = new Map<string, Uint8Array>();
      return {
        ...keys,
        decrypt(group, sender, message) {
          const name = `${group} ${sender} ${toHex(message)}`;
          const plaintext = opened.get(name) ?? keys.decrypt(group, sender, message);
          opened.set(name, plaintext);
          return plaintext;
        },
      };
    },
  },
});
