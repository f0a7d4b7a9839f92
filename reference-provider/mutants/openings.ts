import { toHex } from "../../core/bytes.js";
import type { SignalAddress } from "../../signal/address.js";
import { SignalError } from "../../signal/errors.js";
import { inspectMessage } from "../../signal/inspect.js";
import { mutants } from "../behaviour/variant.js";
import { retryReceipt } from "../stanzas/receipts.js";

function nameOf({ name, device }: SignalAddress): string {
  return `${name} ${device}`;
}

/** How pre-key messages begin sessions, and what becomes of the sessions before. */
export default mutants({
  "asks-for-used-one-time-key": {
    sentence: "Rejects the second pre-key message of a session, because its one-time key is used",
    overrides() {
      const used = new Set<string>();
      return {
        sessions: {
          async decrypt(account, address, message) {
            const id = inspectMessage(message.type, message.bytes).outer?.preKeyId;
            const key = `${toHex(account.publicIdentity)} ${id}`;
            if (id !== undefined && used.has(key)) {
              throw new SignalError("unknown-pre-key", "Decrypt: found a used one-time key, wanted a fresh one");
            }
            const decrypted = await account.decrypt(address, message);
            used.add(key);
            return decrypted;
          },
        },
      };
    },
  },
  "deaf-after-bad-opening": {
    sentence: "Opens no message at all after a pre-key message that did not open",
    overrides() {
      let deaf = false;
      return {
        sessions: {
          async decrypt(account, address, message) {
            if (deaf) throw new SignalError("no-session", "Decrypt: found no session");
            try {
              return await account.decrypt(address, message);
            } catch (thrown) {
              if (thrown instanceof SignalError && message.type === "pkmsg") deaf = thrown.code !== "duplicate-message";
              throw thrown;
            }
          },
        },
      };
    },
  },
  "ignores-crossed-opening": {
    sentence: "Does not open a first message of a contact to whom it has just written its own first message",
    overrides() {
      const pending = new Set<string>();
      return {
        sessions: {
          async encrypt(account, address, plaintext) {
            const sealed = await account.encrypt(address, plaintext);
            if (sealed.type === "pkmsg") pending.add(nameOf(address));
            return sealed;
          },
          async decrypt(account, address, message) {
            if (message.type === "pkmsg" && pending.has(nameOf(address))) {
              throw new SignalError("bad-mac", "Decrypt: found a first message, wanted an answer");
            }
            const decrypted = await account.decrypt(address, message);
            pending.delete(nameOf(address));
            return decrypted;
          },
        },
      };
    },
  },
  "keeps-one-session": {
    sentence: "Replaces its session with a contact when a first message comes, and cannot read what was sent before",
    overrides() {
      const bases = new Map<string, string>();
      return {
        sessions: {
          async decrypt(account, address, message) {
            const base = inspectMessage(message.type, message.bytes).outer?.baseKey;
            const name = `${toHex(account.publicIdentity)} ${nameOf(address)}`;
            if (base !== undefined && bases.get(name) !== toHex(base)) {
              account.deleteSession(address);
              bases.set(name, toHex(base));
            }
            return account.decrypt(address, message);
          },
        },
      };
    },
  },
  "refuses-openings-without-one-time-key": {
    sentence: "Rejects pre-key messages that name no one-time key",
    overrides: {
      sessions: {
        async decrypt(account, address, message) {
          const { outer } = inspectMessage(message.type, message.bytes);
          if (outer !== undefined && outer.preKeyId === undefined) {
            throw new SignalError("unknown-pre-key", "Decrypt: found no one-time key, wanted one");
          }
          return account.decrypt(address, message);
        },
      },
    },
  },
  "replaces-keys-on-failure": {
    sentence: "Replaces its signed pre-keys when a pre-key message does not open",
    overrides: {
      sessions: {
        async decrypt(account, address, message) {
          try {
            return await account.decrypt(address, message);
          } catch (thrown) {
            if (thrown instanceof SignalError && message.type === "pkmsg" && thrown.code !== "duplicate-message") {
              // Three are usable at a time.
              for (let made = 0; made < 3; made += 1) account.rotateSignedPreKey();
            }
            throw thrown;
          }
        },
      },
    },
  },
  "stuck-after-far-jump": {
    sentence: "Opens nothing more of a contact after a counter that was too far ahead, and asks for nothing",
    overrides() {
      const stuck = new Set<string>();
      return {
        sessions: {
          async decrypt(account, address, message) {
            const { counter } = inspectMessage(message.type, message.bytes);
            if (stuck.has(nameOf(address))) throw new SignalError("bad-mac", "Decrypt: found a session out of step");
            try {
              return await account.decrypt(address, message);
            } catch (thrown) {
              if (counter > 25_000) stuck.add(nameOf(address));
              throw thrown;
            }
          },
        },
        messaging: {
          undecryptable: (message, retry) => (stuck.size > 0 ? [] : [retryReceipt(message, retry)]),
        },
      };
    },
  },
});
