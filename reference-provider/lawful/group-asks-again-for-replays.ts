import { SignalError } from "../../signal/errors.js";
import { createSenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { lawful } from "../behaviour/variation.js";

export default lawful(
  "group-asks-again-for-replays",
  "Does not tell a ciphertext of a group that comes again from one that cannot be opened, and asks for the message",
  {
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
);
