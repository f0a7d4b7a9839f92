import { toHex } from "../../core/bytes.js";
import { addressOf } from "../../signal/address.js";
import { SignalError } from "../../signal/errors.js";
import { inspectMessage } from "../../signal/inspect.js";
import type { MessagingBehaviour } from "../behaviour/messaging.js";
import { mutants } from "../behaviour/variant.js";
import { ProviderError } from "../errors.js";
import { changeNodes, withAttribute } from "../stanzas/edit.js";
import { readBundle } from "../stanzas/keys.js";
import { messageStanza } from "../stanzas/messages.js";
import { blocklistChange, reachabilityRequest } from "../stanzas/requests.js";

/** A notice from the second time on that keys of a contact appear there. */
function secondOf(where: "message" | "bundle"): MessagingBehaviour["noticeOfSameKeys"] {
  const known = new Set<string>();
  return (contact, source) => {
    if (source !== where) return undefined;
    const notice = known.has(contact) ? ({ contact, reason: "identity-changed" } as const) : undefined;
    known.add(contact);
    return notice;
  };
}

export default mutants({
  "blocklist-from-memory": {
    sentence: "Returns its own list of blocked contacts instead of the server's",
    overrides: { features: { blocklist: "remembered" } },
  },
  "blocklist-other-form": {
    sentence: "Sends its blocklist requests in another namespace",
    overrides: {
      features: {
        blocklistChange: (id, action, jid) => withAttribute(blocklistChange(id, action, jid), "xmlns", "blocklist"),
        // The server refuses this form; without it, no check could read the list.
        refused: (error, request) => (request === "blocklist" ? undefined : error),
      },
    },
  },
  "blocks-here-only": {
    sentence: "Blocks contacts on the device without telling the server",
    overrides: { features: { blocklistChange: () => undefined } },
  },
  "claims-blocked-on-error": {
    sentence: "Reports a contact as blocked although the server refused",
    overrides: { features: { refused: (error, request) => (request === "blocklist" ? undefined : error) } },
  },
  "claims-notified-on-error": {
    sentence: "Reports a notice as sent although the server refused",
    overrides: { features: { refused: (error, request) => (request === "reachability" ? undefined : error) } },
  },
  "ignores-identity-in-bundle": {
    sentence: "Ignores a new identity key in the bundle of a known contact",
    overrides: { messaging: { securityNotice: (notice, source) => (source === "bundle" ? undefined : notice) } },
  },
  "ignores-identity-in-message": {
    sentence: "Ignores a new identity key in a message of a known contact",
    overrides: { messaging: { securityNotice: (notice, source) => (source === "message" ? undefined : notice) } },
  },
  "notice-names-nobody": {
    sentence: "Reports a changed key without naming the contact",
    overrides: { messaging: { securityNotice: (notice) => ({ ...notice, contact: "somebody" }) } },
  },
  "notice-other-form": {
    sentence: "Sends reachability notices in another namespace",
    overrides: {
      features: {
        reachabilityRequest: (id, jid) => withAttribute(reachabilityRequest(id, jid), "xmlns", "reachability"),
      },
    },
  },
  "notice-states-reason": {
    sentence: "Adds a text for the contact to its reachability notices, which the server refuses",
    overrides: {
      features: {
        reachabilityRequest: (id, jid) =>
          changeNodes(reachabilityRequest(id, jid), "reachability", (notice) =>
            withAttribute(notice, "reason", "Hello"),
          ),
      },
    },
  },
  "notifies-nobody": {
    sentence: "Reports a reachability notice as sent, but sends none",
    overrides: { features: { reachabilityRequest: () => undefined } },
  },
  "silent-identity-change": {
    sentence: "Does not report a contact's new identity key to the user",
    overrides: { messaging: { securityNotice: () => undefined } },
  },
  "unblock-not-sent": {
    sentence: "Reports blocks to the server, but not unblocks",
    overrides: {
      features: {
        blocklistChange: (id, action, jid) => (action === "unblock" ? undefined : blocklistChange(id, action, jid)),
      },
    },
  },
  "ignores-identity-in-retry": {
    sentence: "Ignores a new identity key among the keys in a retry receipt",
    overrides: { messaging: { securityNotice: (notice, source) => (source === "retry" ? undefined : notice) } },
  },
  "notice-for-renewed-session": {
    sentence: "Reports a changed key when it begins another session with the same keys of a contact",
    overrides: () => ({ messaging: { noticeOfSameKeys: secondOf("bundle") } }),
  },
  "notice-for-repeated-opening": {
    sentence: "Reports a changed key when a contact sends another pre-key message with the same keys",
    overrides: () => ({ messaging: { noticeOfSameKeys: secondOf("message") } }),
  },
  "notice-names-last-contact": {
    sentence: "Reports a changed key as that of the contact to whom the user wrote last",
    overrides() {
      let last: string | undefined;
      return {
        messaging: {
          message(head, enc) {
            last = head.to;
            return messageStanza(head, enc);
          },
          securityNotice: (notice) => ({ ...notice, contact: last ?? notice.contact }),
        },
      };
    },
  },
  "refuses-changed-identity": {
    sentence: "Opens no message of a contact whose identity key has changed",
    overrides() {
      const pinned = new Map<string, string>();
      return {
        sessions: {
          async decrypt(account, address, message) {
            const identity = inspectMessage(message.type, message.bytes).outer?.identityKey;
            if (identity !== undefined) {
              const found = toHex(identity);
              const known = pinned.get(address.name) ?? found;
              pinned.set(address.name, known);
              if (known !== found) throw new SignalError("bad-signature", "Decrypt: found another identity key");
            }
            return account.decrypt(address, message);
          },
        },
      };
    },
  },
  "writes-to-no-changed-identity": {
    sentence: "Begins no session with a contact whose identity key has changed",
    overrides() {
      const pinned = new Map<string, string>();
      return {
        sessions: {
          async decrypt(account, address, message) {
            const decrypted = await account.decrypt(address, message);
            const identity = account.identityOf(address);
            if (identity !== undefined) pinned.set(address.name, toHex(identity));
            return decrypted;
          },
        },
        keys: {
          readBundle(answer, jid) {
            const bundle = readBundle(answer, jid);
            const found = toHex(bundle.identityKey);
            const { name } = addressOf(jid);
            const known = pinned.get(name) ?? found;
            pinned.set(name, known);
            if (known === found) return bundle;
            throw new ProviderError("recipient-keys-bad", `Begin a session with ${jid}: found another identity key`);
          },
        },
      };
    },
  },
});
