import { createSenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { mutant } from "../behaviour/variation.js";
import { SignalError } from "../../signal/errors.js";
import { decodeDistribution, decodeSenderKeyMessage } from "../../signal/sender-keys/messages.js";

export default mutant("group-refuses-gaps", "Opens messages of groups only one after the other, without a gap", {
  groups: {
    senderKeys(random) {
      const keys = createSenderKeys(random);
      const next = new Map<string, number>();
      return {
        ...keys,
        process(group, sender, distribution) {
          keys.process(group, sender, distribution);
          const { id, iteration } = decodeDistribution(distribution);
          next.set(`${group} ${sender} ${id}`, iteration);
        },
        decrypt(group, sender, message) {
          const { id, iteration } = decodeSenderKeyMessage(message);
          const name = `${group} ${sender} ${id}`;
          const expected = next.get(name) ?? iteration;
          if (iteration > expected)
            throw new SignalError("malformed-message", `Found ${iteration}, wanted ${expected}`);
          const plaintext = keys.decrypt(group, sender, message);
          next.set(name, iteration + 1);
          return plaintext;
        },
      };
    },
  },
});
