import { SignalError } from "../../signal/errors.js";
import { createSenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { lawful } from "../behaviour/variant.js";
import { groupMessage } from "../stanzas/groups.js";

export default lawful({
  "group-asks-again-for-replays": {
    sentence: "Asks again for a group message when its ciphertext is repeated",
    overrides: {
      groups: {
        senderKeys(random) {
          const keys = createSenderKeys(random);
          return {
            ...keys,
            decrypt(group, sender, message) {
              try {
                return keys.decrypt(group, sender, message);
              } catch (thrown) {
                if (!(thrown instanceof SignalError) || thrown.code !== "duplicate-message") throw thrown;
                throw new SignalError("malformed-message", thrown.message, { cause: thrown });
              }
            },
          };
        },
      },
    },
  },
  "group-new-key-each-message": {
    sentence: "Takes a new key for every group message",
    overrides: {
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
    },
  },
  "group-renews-when-joined": {
    sentence: "Also takes a new key for a group when a member joins",
    overrides: { groups: { renewsKey: () => true } },
  },
  "group-sends-phash": {
    sentence: "Adds a hash of the members to messages to groups",
    overrides: {
      groups: {
        message(...args) {
          const message = groupMessage(...args);
          return { ...message, attrs: { ...message.attrs, phash: "2:Rk9PQkFS" } };
        },
      },
    },
  },
});
