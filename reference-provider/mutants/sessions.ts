import { fromBase64, toBase64, toHex, utf8 } from "../../core/bytes.js";
import type { SignalAccount } from "../../signal/account.js";
import { editFields } from "../../signal/edit.js";
import { sessionEngine } from "../../signal/engine.js";
import { SignalError } from "../../signal/errors.js";
import { innerMessage, inspectMessage } from "../../signal/inspect.js";
import { carefulRatchet } from "../behaviour/sessions.js";
import { mutants } from "../behaviour/variant.js";

function copyOf(account: SignalAccount): SignalAccount {
  return sessionEngine("x3dh-v3").importAccount(account.exportState());
}

const limits = { maxBytes: 16 * 1024 * 1024, maxFields: 100_000 };

/** Field numbers of libsignal's stored sessions. */
const currentSession = 1;
const previousCounter = 5;

/** An exported account in which each session states another length of the chain before, where it states one. */
function withPreviousCounter(state: Uint8Array, counter: number): Uint8Array {
  const stored = JSON.parse(new TextDecoder().decode(state)) as { sessions: Record<string, string> };
  const edited = (record: string): Uint8Array =>
    editFields(fromBase64(record) ?? new Uint8Array(0), limits, {
      [currentSession]: ({ bytes = new Uint8Array(0) }) =>
        editFields(bytes, limits, { [previousCounter]: () => counter }),
    });
  const sessions = Object.entries(stored.sessions).map(([key, record]) => [key, toBase64(edited(record))]);
  return utf8(JSON.stringify({ ...stored, sessions: Object.fromEntries(sessions) as Record<string, string> }));
}

export default mutants({
  "acks-before-storing": {
    sentence: "Answers messages before it stores them",
    overrides: { storage: { keepsBeforeAnswering: false } },
  },
  "always-pkmsg": {
    sentence: "Begins a new session for every message",
    overrides: { messaging: { beginsSession: () => true } },
  },
  "forgets-signed-key-at-once": {
    sentence: "Deletes the old signed pre-key as soon as it has a new one",
    overrides: {
      sessions: {
        async decrypt(account, address, message) {
          const { outer } = inspectMessage(message.type, message.bytes);
          if (outer !== undefined && outer.signedPreKeyId !== account.signedPreKey().id) {
            throw new SignalError(
              "unknown-signed-pre-key",
              "Decrypt: found an older signed pre-key, wanted the current one",
            );
          }
          return account.decrypt(address, message);
        },
      },
    },
  },
  "forgets-skipped-keys": {
    sentence: "Cannot open a message after a later one of its chain",
    overrides() {
      /** By ratchet key. */
      const newest = new Map<string, number>();
      return {
        sessions: {
          async decrypt(account, address, message) {
            const { counter, ratchetKey } = inspectMessage(message.type, message.bytes);
            const chain = toHex(ratchetKey);
            // The newest message may come twice; the library decides about that.
            if (counter < (newest.get(chain) ?? -1)) {
              throw new SignalError("bad-mac", "Decrypt: found an old counter, wanted a new one");
            }
            const decrypted = await account.decrypt(address, message);
            newest.set(chain, counter);
            return decrypted;
          },
        },
      };
    },
  },
  "goes-on-after-forgery": {
    sentence: "Moves its session on for a message whose authentication failed, and takes the real message for a copy",
    overrides() {
      const failed = new Set<string>();
      return {
        sessions: {
          async decrypt(account, address, message) {
            const { counter, ratchetKey } = inspectMessage(message.type, message.bytes);
            const place = `${toHex(ratchetKey)} ${counter}`;
            if (failed.has(place)) {
              throw new SignalError("duplicate-message", "Decrypt: found an old counter, wanted a new one");
            }
            try {
              return await account.decrypt(address, message);
            } catch (thrown) {
              failed.add(place);
              throw thrown;
            }
          },
        },
      };
    },
  },
  "ignores-signal-version": {
    sentence: "Reads Signal messages of every version as version 3",
    overrides: {
      sessions: {
        decrypt: (account, address, { type, bytes }) =>
          account.decrypt(address, { type, bytes: Uint8Array.of(0x33, ...bytes.subarray(1)) }),
      },
    },
  },
  "keeps-message-keys": {
    sentence: "Keeps the keys of messages that it has opened",
    overrides() {
      /** By identity, because an account changes when its state is imported: states in which messages still open. */
      const archive = new Map<string, Uint8Array[]>();
      return {
        sessions: {
          async decrypt(account, address, message) {
            const owner = toHex(account.publicIdentity);
            const states = archive.get(owner) ?? [];
            const state = account.exportState();
            try {
              const decrypted = await account.decrypt(address, message);
              archive.set(owner, [...states, state]);
              return decrypted;
            } catch (thrown) {
              if (!(thrown instanceof SignalError) || message.type !== "msg") throw thrown;
              for (const earlier of states) {
                const old = sessionEngine("x3dh-v3").importAccount(earlier);
                const again = await old.decrypt(address, message).catch(() => undefined);
                if (again !== undefined) return again;
              }
              throw thrown;
            }
          },
        },
      };
    },
  },
  "keeps-one-time-keys": {
    sentence: "Opens sessions with the same one-time pre-key any number of times",
    overrides() {
      /** Copies from before each use of a one-time pre-key. */
      const before = new WeakMap<SignalAccount, SignalAccount[]>();
      return {
        sessions: {
          async decrypt(account, address, message) {
            const copy = copyOf(account);
            const copies = before.get(account) ?? [];
            try {
              const decrypted = await account.decrypt(address, message);
              if (decrypted.usedPreKeyId !== undefined) before.set(account, [...copies, copy]);
              return decrypted;
            } catch (thrown) {
              if (!(thrown instanceof SignalError) || thrown.code !== "unknown-pre-key") throw thrown;
              for (const earlier of copies) {
                const again = await earlier.decrypt(address, message).catch(() => undefined);
                if (again !== undefined) return again;
              }
              throw thrown;
            }
          },
        },
      };
    },
  },
  "never-turns-ratchet": {
    sentence: "Never changes its ratchet key, even after answers",
    overrides() {
      /** Copies that receive no answer, and therefore never renew their ratchet key. */
      const deaf = new WeakMap<SignalAccount, SignalAccount>();
      return {
        sessions: {
          async encrypt(account, address, plaintext) {
            const before = copyOf(account);
            const lawful = await account.encrypt(address, plaintext);
            if (lawful.type === "pkmsg") {
              deaf.set(account, copyOf(account));
              return lawful;
            }
            const writer = deaf.get(account) ?? before;
            deaf.set(account, writer);
            const sealed = await writer.encrypt(address, plaintext);
            return sealed.type === "msg" ? sealed : { type: "msg", bytes: innerMessage(sealed.bytes) ?? sealed.bytes };
          },
        },
      };
    },
  },
  "ratchet-asks-for-nothing": {
    sentence: "Drops messages that do not open, in its own protocol",
    overrides: { messaging: { undecryptable: () => [] } },
  },
  "ratchet-encrypts-nothing": {
    sentence: "Sends plaintext with a tag behind it, in its own protocol",
    overrides: { sessions: { ratchet: { ...carefulRatchet, encrypts: false } } },
  },
  "ratchet-keeps-keys": {
    sentence: "Keeps the keys of opened messages, in its own protocol",
    overrides: { sessions: { ratchet: { ...carefulRatchet, forgets: false } } },
  },
  "ratchet-never-renews": {
    sentence: "Never renews its ratchet key, in its own protocol",
    overrides: { sessions: { ratchet: { ...carefulRatchet, renews: false } } },
  },
  "ratchet-skips-tag": {
    sentence: "Opens changed messages, in its own protocol",
    overrides: { sessions: { ratchet: { ...carefulRatchet, authenticates: false } } },
  },
  "refuses-far-jumps": {
    sentence: "Rejects a message after more than a hundred missing ones of its chain",
    overrides() {
      /** By ratchet key. */
      const newest = new Map<string, number>();
      return {
        sessions: {
          async decrypt(account, address, message) {
            const { counter, ratchetKey } = inspectMessage(message.type, message.bytes);
            const chain = toHex(ratchetKey);
            if (counter > (newest.get(chain) ?? 0) + 100) {
              throw new SignalError("bad-mac", "Decrypt: found a counter far ahead, wanted one nearby");
            }
            newest.set(chain, counter);
            return account.decrypt(address, message);
          },
        },
      };
    },
  },
  "reuses-keys-after-restore": {
    sentence: "Goes on in the sessions of an imported state",
    overrides: { sessions: { afterRestore: "keep" } },
  },
  "reuses-message-keys": {
    sentence: "Does not store that a message key has been used",
    overrides() {
      /** By ratchet key: the account from before the last message of that chain. */
      const unsaved = new Map<string, SignalAccount>();
      return {
        sessions: {
          async encrypt(account, address, plaintext) {
            const before = copyOf(account);
            const lawful = await account.encrypt(address, plaintext);
            const chain = toHex(inspectMessage(lawful.type, lawful.bytes).ratchetKey);
            const again = unsaved.get(chain);
            unsaved.set(chain, before);
            // The receiver of a pre-key message would notice at once; behind an answer the defect stays hidden longer.
            return again !== undefined && lawful.type === "msg" ? again.encrypt(address, plaintext) : lawful;
          },
        },
      };
    },
  },
  "stores-after-sending": {
    sentence: "Sends messages before it stores the use of their keys",
    overrides: { storage: { keepsBeforeSending: false } },
  },
  "stores-sessions-only": {
    sentence: "Stores its sessions, but not the messages that they opened",
    overrides: { storage: { keepsUnread: false } },
  },
  "wrong-previous-counter": {
    sentence: "States a wrong length of the previous chain in its messages",
    overrides: {
      sessions: {
        async encrypt(account, address, plaintext) {
          const writer = sessionEngine("x3dh-v3").importAccount(withPreviousCounter(account.exportState(), 77));
          await account.encrypt(address, plaintext);
          return writer.encrypt(address, plaintext);
        },
      },
    },
  },
});
