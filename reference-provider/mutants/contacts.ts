import { mutants } from "../behaviour/variant.js";
import { withAttribute } from "../stanzas/edit.js";
import { blocklistChange, reachabilityRequest } from "../stanzas/requests.js";

export default mutants({
  "blocklist-from-memory": {
    sentence: "Answers with the contacts that it remembers to have blocked",
    overrides: { features: { blocklist: "remembered" } },
  },
  "blocklist-other-form": {
    sentence: "Sends its blocklist requests in a namespace of its own",
    overrides: {
      features: {
        blocklistChange: (id, action, jid) => withAttribute(blocklistChange(id, action, jid), "xmlns", "blocklist"),
        // The server refuses this form; without it, no check could read the list.
        refused: (error, request) => (request === "blocklist" ? undefined : error),
      },
    },
  },
  "blocks-here-only": {
    sentence: "Blocks contacts on the device and does not tell the server",
    overrides: { features: { blocklistChange: () => undefined } },
  },
  "claims-blocked-on-error": {
    sentence: "Takes a contact for blocked although the server refused",
    overrides: { features: { refused: (error, request) => (request === "blocklist" ? undefined : error) } },
  },
  "claims-notified-on-error": {
    sentence: "Takes a notice for sent although the server refused",
    overrides: { features: { refused: (error, request) => (request === "reachability" ? undefined : error) } },
  },
  "ignores-identity-in-bundle": {
    sentence: "Does not look at the identity key in the bundle of a known contact",
    overrides: { messaging: { securityNotice: (notice, source) => (source === "bundle" ? undefined : notice) } },
  },
  "ignores-identity-in-message": {
    sentence: "Does not look at the identity key in a message of a known contact",
    overrides: { messaging: { securityNotice: (notice, source) => (source === "message" ? undefined : notice) } },
  },
  "notice-names-nobody": {
    sentence: "Tells the user that a key has changed, and not whose",
    overrides: { messaging: { securityNotice: (notice) => ({ ...notice, contact: "somebody" }) } },
  },
  "notice-other-form": {
    sentence: "Sends reachability notices in a namespace of its own",
    overrides: {
      features: {
        reachabilityRequest: (id, jid) => withAttribute(reachabilityRequest(id, jid), "xmlns", "reachability"),
      },
    },
  },
  "notifies-nobody": {
    sentence: "Says that it has sent a reachability notice and sends none",
    overrides: { features: { reachabilityRequest: () => undefined } },
  },
  "silent-identity-change": {
    sentence: "Does not tell the user that a contact's identity key has changed",
    overrides: { messaging: { securityNotice: () => undefined } },
  },
  "unblock-not-sent": {
    sentence: "Tells the server whom the user blocks, and not whom the user lets in again",
    overrides: {
      features: {
        blocklistChange: (id, action, jid) => (action === "unblock" ? undefined : blocklistChange(id, action, jid)),
      },
    },
  },
});
