import { createSenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("group-hands-out-first-chain", "Gives newcomers its key in the state in which it began", {
  groups: {
    senderKeys(random) {
      const keys = createSenderKeys(random);
      const first = new Map<string, Uint8Array>();
      return {
        ...keys,
        distribution(group) {
          const distribution = first.get(group) ?? keys.distribution(group);
          first.set(group, distribution);
          return distribution;
        },
        renew(group) {
          first.delete(group);
          keys.renew(group);
        },
      };
    },
  },
});
