import type { Random } from "../../core/random.js";
import { createSenderKeys, type SenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { mutant } from "../behaviour/variation.js";

export default mutant("group-reuses-iteration", "Seals every message to a group with the same message key", {
  groups: {
    senderKeys(random) {
      const seeds = new Map<string, Random>();
      /** The keys as they were before the first message. */
      function fresh(group: string): SenderKeys {
        const seed = seeds.get(group) ?? always(random.bytes(64));
        seeds.set(group, seed);
        return createSenderKeys(seed);
      }
      return {
        ...createSenderKeys(random),
        distribution: (group) => fresh(group).distribution(group),
        encrypt: (group, plaintext) => fresh(group).encrypt(group, plaintext),
        renew: (group) => void seeds.delete(group),
      };
    },
  },
});

function always(bytes: Uint8Array): Random {
  return { bytes: (length) => bytes.slice(0, length), int: (bound) => (bytes[0] ?? 0) % bound };
}
