import { mutants } from "../behaviour/variant.js";
import { changeNodes, withAttribute } from "../stanzas/edit.js";
import { blocklistChange, reachabilityRequest } from "../stanzas/requests.js";

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
});
