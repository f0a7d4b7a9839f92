import { toHex } from "../../core/bytes.js";
import type { Random } from "../../core/random.js";
import { SignalError } from "../../signal/errors.js";
import { decodeDistribution, decodeSenderKeyMessage } from "../../signal/sender-keys/messages.js";
import { createSenderKeys, type SenderKeys } from "../../signal/sender-keys/sender-keys.js";
import { mutants, type Overrides } from "../behaviour/variant.js";

/** Replaces methods of a user's sender keys. */
function changesKeys(change: (keys: SenderKeys) => Partial<SenderKeys>): Overrides {
  return {
    groups: {
      senderKeys(random) {
        const keys = createSenderKeys(random);
        return { ...keys, ...change(keys) };
      },
    },
  };
}

/** A source of randomness that always gives the same bytes. */
function always(bytes: Uint8Array): Random {
  return { bytes: (length) => bytes.slice(0, length), int: (bound) => (bytes[0] ?? 0) % bound };
}

export default mutants({
  "group-drops-key-of-resend": {
    sentence: "Shows a group message that is sent again, but ignores the key in it",
    overrides: { groups: { takesKeyOfResend: false } },
  },
  "group-forgets-newcomer": {
    sentence: "Gives its key only to the first members of a group",
    overrides: { groups: { keyReceivers: (members, holders) => (holders.size === 0 ? members : []) } },
  },
  "group-forgets-passed-keys": {
    sentence: "Cannot open a group message after a later one",
    overrides: changesKeys((keys) => {
      const next = new Map<string, number>();
      return {
        decrypt(group, sender, message) {
          const { id, iteration } = decodeSenderKeyMessage(message);
          const name = `${group} ${sender} ${id}`;
          const expected = next.get(name) ?? iteration;
          if (iteration < expected) {
            throw new SignalError("duplicate-message", `Found ${iteration}, wanted ${expected}`);
          }
          const plaintext = keys.decrypt(group, sender, message);
          next.set(name, iteration + 1);
          return plaintext;
        },
      };
    }),
  },
  "group-hands-out-first-chain": {
    sentence: "Gives new members its key in its first state",
    overrides: changesKeys((keys) => {
      const first = new Map<string, Uint8Array>();
      return {
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
    }),
  },
  "group-keeps-first-key-of-member": {
    sentence: "Never accepts a second key of the same member",
    overrides: changesKeys((keys) => {
      const known = new Set<string>();
      return {
        process(group, sender, distribution) {
          const name = `${group} ${sender}`;
          if (!known.has(name)) keys.process(group, sender, distribution);
          known.add(name);
        },
      };
    }),
  },
  "group-keeps-key": {
    sentence: "Keeps its key when a member is removed",
    overrides: { groups: { renewsKey: () => false } },
  },
  "group-refuses-gaps": {
    sentence: "Opens group messages only in sequence, without gaps",
    overrides: changesKeys((keys) => {
      const next = new Map<string, number>();
      return {
        process(group, sender, distribution) {
          keys.process(group, sender, distribution);
          const { id, iteration } = decodeDistribution(distribution);
          next.set(`${group} ${sender} ${id}`, iteration);
        },
        decrypt(group, sender, message) {
          const { id, iteration } = decodeSenderKeyMessage(message);
          const name = `${group} ${sender} ${id}`;
          const expected = next.get(name) ?? iteration;
          if (iteration > expected) {
            throw new SignalError("malformed-message", `Found ${iteration}, wanted ${expected}`);
          }
          const plaintext = keys.decrypt(group, sender, message);
          next.set(name, iteration + 1);
          return plaintext;
        },
      };
    }),
  },
  "group-repeats-key": {
    sentence: "Sends its key to every member with every message",
    overrides: { groups: { keyReceivers: (members) => members } },
  },
  "group-reuses-iteration": {
    sentence: "Encrypts every group message with the same message key",
    overrides: {
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
    },
  },
  "group-sends-no-key": {
    sentence: "Writes to a group without giving any member the key",
    overrides: { groups: { keyReceivers: () => [] } },
  },
  "group-shows-replays": {
    sentence: "Keeps the keys of group messages, so that a repeated ciphertext opens again",
    overrides: changesKeys((keys) => {
      const opened = new Map<string, Uint8Array>();
      return {
        decrypt(group, sender, message) {
          const name = `${group} ${sender} ${toHex(message)}`;
          const plaintext = opened.get(name) ?? keys.decrypt(group, sender, message);
          opened.set(name, plaintext);
          return plaintext;
        },
      };
    }),
  },
  "group-signature-broken": {
    sentence: "Signs group messages wrongly",
    overrides: {
      groups: { sealed: (message) => message.map((byte, at) => (at === message.length - 1 ? byte ^ 1 : byte)) },
    },
  },
  "group-skips-signature": {
    sentence: "Does not verify the signature of group messages",
    overrides: { groups: { senderKeys: (random) => createSenderKeys(random, () => true) } },
  },
  "group-version-nibble": {
    sentence: "Writes another version byte in front of group messages",
    overrides: { groups: { sealed: (message) => Uint8Array.of(0x34, ...message.subarray(1)) } },
  },
  "group-writes-to-removed": {
    sentence: "Also gives its new key to former members",
    overrides: {
      groups: {
        keyReceivers: (members, holders, former) => [...members, ...former].filter((member) => !holders.has(member)),
      },
    },
  },
  "group-ignores-new-identity": {
    sentence: "Does not give its key again to a member whose identity key has changed",
    overrides: { groups: { suppliesNewIdentity: false } },
  },
});
