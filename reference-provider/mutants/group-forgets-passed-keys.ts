import { createSenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { mutant } from "../behaviour/variation.js";
import { SignalError } from "../../signal/errors.js";
import { decodeSenderKeyMessage } from "../../signal/sender-keys/messages.js";

export default mutant(
  "group-forgets-passed-keys",
  "Forgets the keys of messages of groups that others have overtaken",
  {
    groups: {
      senderKeys(random) {
        const keys = createSenderKeys(random);
        const next = new Map<string, number>();
        return {
          ...keys,
          decrypt(group, sender, message) {
            const { id, iteration } = decodeSenderKeyMessage(message);
            const name = `${group} ${sender} ${id}`;
            const expected = next.get(name) ?? iteration;
            if (iteration < expected)
              throw new SignalError("duplicate-message", `Found ${iteration}, wanted ${expected}`);
            const plaintext = keys.decrypt(group, sender, message);
            next.set(name, iteration + 1);
            return plaintext;
          },
        };
      },
    },
  },
);
