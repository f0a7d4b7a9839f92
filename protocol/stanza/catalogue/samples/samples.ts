import { node, type StanzaNode } from "../../node.js";
import { groupSamples } from "./groups.js";
import type { Sample } from "./sample.js";

const server = "s.whatsapp.net";
const alice = "12-345@interop";
const bob = "4915550001111@s.whatsapp.net";
const filled = (tag: string, length: number) => node(tag, {}, new Uint8Array(length).fill(9));
const type = node("type", {}, Uint8Array.of(5));
const key = node("key", {}, [filled("id", 3), filled("value", 32)]);
const skey = node("skey", {}, [filled("id", 3), filled("value", 32), filled("signature", 64)]);
const bundle = [filled("registration", 4), type, filled("identity", 32), skey];
const plainEnc = node("enc", { v: "2", type: "pkmsg" }, new Uint8Array(48).fill(7));
const enc = node(
  "enc",
  { v: "2", type: "pkmsg", count: "1", mediatype: "image", "decrypt-fail": "hide" },
  new Uint8Array(48).fill(7),
);
const retry = node("retry", { id: "M1", count: "1", t: "1760000000", v: "1" });
const mediaRetry = [
  node("encrypt", {}, [filled("enc_p", 40), filled("enc_iv", 12)]),
  node("rmr", { jid: bob, from_me: "false" }),
];
const request = (xmlns: string, kind: string, children?: readonly StanzaNode[]) =>
  node("iq", { id: "1", to: server, type: kind, xmlns }, children);
const answer = (kind: string, children?: readonly StanzaNode[]) =>
  node("iq", { id: "1", from: server, type: kind }, children);

/**
 * One conforming stanza or more for every entry of the catalogue: for tests, for the vectors, and for the page of stanzas, which
 * shows the first one of each.
 */
export const samples: readonly Sample[] = [
  ["from-client", "message", node("message", { to: bob, id: "M1", type: "text" }, [plainEnc])],
  ["from-client", "message", node("message", { to: bob, id: "M1", type: "text" }, [enc])],
  [
    "from-server",
    "message",
    node("message", { from: bob, id: "M1", type: "text", t: "1760000000", notify: "Bob" }, [plainEnc]),
  ],
  [
    "from-server",
    "message",
    node("message", { from: bob, id: "M1", type: "media", t: "1760000000", notify: "Bob" }, [enc]),
  ],
  ["from-client", "receipt-delivered", node("receipt", { to: bob, id: "M1" })],
  [
    "from-client",
    "receipt-read",
    node("receipt", { to: bob, id: "M1", type: "read" }, [node("list", {}, [node("item", { id: "M2" })])]),
  ],
  [
    "from-client",
    "receipt-retry",
    node("receipt", { to: bob, id: "M1", type: "retry" }, [retry, filled("registration", 4)]),
  ],
  [
    "from-client",
    "receipt-retry",
    node("receipt", { to: bob, id: "M1", type: "retry" }, [
      retry,
      filled("registration", 4),
      node("keys", {}, [type, filled("identity", 32), key, skey]),
    ]),
  ],
  ["from-client", "receipt-media-retry", node("receipt", { to: bob, id: "M1", type: "server-error" }, mediaRetry)],
  ["from-server", "receipt-delivered", node("receipt", { from: bob, id: "M1", type: "inactive", t: "1760000000" })],
  ["from-server", "receipt-read", node("receipt", { from: "77:2@lid", id: "M1", type: "played" })],
  [
    "from-server",
    "receipt-retry",
    node("receipt", { from: bob, id: "M1", type: "retry" }, [retry, filled("registration", 4)]),
  ],
  ["from-server", "receipt-media-retry", node("receipt", { from: bob, id: "M1", type: "server-error" }, mediaRetry)],
  ["from-client", "ack", node("ack", { class: "notification", id: "N1", to: server, type: "encrypt" })],
  ["from-client", "ack", node("ack", { class: "message", id: "M1", to: bob, error: "491" })],
  ["from-server", "ack", node("ack", { class: "message", id: "M1", from: bob, t: "1760000000", error: "479" })],
  ["from-client", "iq-ping", request("w:p", "get")],
  ["from-client", "iq-ping", request("w:p", "get", [node("ping")])],
  ["from-server", "iq-ping", node("iq", { id: "1", from: server, type: "get", xmlns: "urn:xmpp:ping" })],
  ["from-client", "iq-encrypt-count", request("encrypt", "get", [node("count")])],
  [
    "from-client",
    "iq-encrypt-keys",
    request("encrypt", "get", [node("key", {}, [node("user", { jid: bob, reason: "identity" })])]),
  ],
  ["from-client", "iq-encrypt-digest", request("encrypt", "get", [node("digest")])],
  ["from-client", "iq-encrypt-rotate", request("encrypt", "set", [node("rotate", {}, [skey])])],
  ["from-client", "iq-encrypt-upload", request("encrypt", "set", [...bundle, node("list", {}, [key])])],
  ["from-server", "iq-encrypt-count-result", answer("result", [node("count", { value: "0" })])],
  [
    "from-server",
    "iq-encrypt-keys-result",
    answer("result", [
      node("list", {}, [
        node("user", { jid: alice }, bundle),
        node("user", { jid: bob, t: "1760000000" }, [...bundle, key]),
        node("user", { jid: "1@lid" }, [node("error", { code: "404", text: "item-not-found" })]),
      ]),
    ]),
  ],
  [
    "from-server",
    "iq-encrypt-digest-result",
    answer("result", [node("digest", {}, [...bundle, node("list", {}, [filled("id", 3)]), filled("hash", 20)])]),
  ],
  ["from-client", "iq-blocklist-get", request("w:interop", "get", [node("blocklist")])],
  [
    "from-client",
    "iq-blocklist-set",
    request("w:interop", "set", [node("blocklist", {}, [node("item", { action: "block", jid: bob })])]),
  ],
  [
    "from-server",
    "iq-blocklist-result",
    answer("result", [node("blocklist", { dhash: "1" }, [node("item", { jid: bob })])]),
  ],
  ["from-server", "iq-blocklist-result", answer("result", [node("blocklist")])],
  ["from-client", "iq-deletion", request("w:interop", "set", [node("remove")])],
  ["from-client", "iq-reachability", request("w:interop", "set", [node("reachability", { jid: bob })])],
  ["from-server", "call", node("call", { from: bob, id: "C1", t: "1760000000" }, [node("offer")])],
  ["from-client", "iq-passive", request("passive", "set", [node("active")])],
  ["from-client", "iq-result", node("iq", { id: "1", to: server, type: "result" })],
  ["from-client", "iq-error", node("iq", { id: "1", to: server, type: "error" }, [node("error", { code: "501" })])],
  ["from-server", "iq-result", answer("result")],
  ["from-server", "iq-error", answer("error", [node("error", { code: "429", text: "rate-overlimit", backoff: "60" })])],
  ["from-client", "ib", node("ib", {}, [node("offline_batch", { count: "100" })])],
  ["from-server", "ib", node("ib", { from: server }, [node("offline", { count: "0" })])],
  ["from-server", "ib", node("ib", {}, [node("offline_preview", { count: "3", message: "2", receipt: "1" })])],
  [
    "from-client",
    "iq-dirty-clean",
    request("urn:xmpp:whatsapp:dirty", "set", [node("clean", { type: "account_sync" })]),
  ],
  [
    "from-server",
    "notification-keys-low",
    node("notification", { id: "N1", t: "1760000000", type: "encrypt", from: server }, [node("count", { value: "4" })]),
  ],
  [
    "from-server",
    "notification-identity-changed",
    node("notification", { id: "N1", t: "1760000000", type: "encrypt", from: bob }, [node("identity")]),
  ],
  ["from-client", "chatstate", node("chatstate", { to: bob }, [node("composing", { media: "audio" })])],
  ["from-server", "chatstate", node("chatstate", { from: bob }, [node("paused")])],
  ["from-client", "presence-subscribe", node("presence", { type: "subscribe", to: bob })],
  ["from-client", "presence", node("presence", { type: "available", name: "Alice" })],
  ["from-server", "presence", node("presence", { from: bob, last: "deny" })],
  ["from-server", "success", node("success", { t: "1760000000", lid: "1@lid", props: "27" })],
  ["from-server", "failure", node("failure", { reason: "401", location: "rva" })],
  ["from-server", "stream-error", node("stream:error", { code: "401" }, [node("conflict", { type: "replaced" })])],
  ["from-client", "stream-end", node("xmlstreamend")],
  ["from-server", "stream-end", node("xmlstreamend")],
  ...groupSamples,
];
