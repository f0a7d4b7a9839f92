import { createSenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("group-keeps-first-key-of-member", "Never takes a second key of the same member", {
  groups: {
    senderKeys(random) {
      const keys = createSenderKeys(random);
      const known = new Set<string>();
      return {
        ...keys,
        process(group, sender, distribution) {
          const name = `${group} ${sender}`;
          if (!known.has(name)) keys.process(group, sender, distribution);
          known.add(name);
        },
      };
    },
  },
});
