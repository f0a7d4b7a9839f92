import { SignalError } from "../../signal/errors.js";
import { createSenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { lawful } from "../behaviour/variant.js";
import { groupMessage } from "../stanzas/groups.js";

export default lawful({
  "group-asks-again-for-replays": {
    sentence:
      "Does not tell a ciphertext of a group that comes again from one that cannot be opened, and asks for the message",
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
    sentence: "Takes a new key for every message to a group",
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
    sentence: "Takes a new key for a group also when somebody joins",
    overrides: { groups: { renewsKey: () => true } },
  },
  "group-sends-phash": {
    sentence: "Sends a hash of the members along with messages to groups",
    overrides: {
      groups: {
        message(...parts) {
          const message = groupMessage(...parts);
          return { ...message, attrs: { ...message.attrs, phash: "2:Rk9PQkFS" } };
        },
      },
    },
  },
});
