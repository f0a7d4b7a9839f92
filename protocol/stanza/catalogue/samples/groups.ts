import { node, type StanzaNode } from "../../node.js";
import type { Sample } from "./sample.js";

const group = "4915550001111-1760000000@g.us";
const alice = "12-345@interop";
const bob = "4915550001111@s.whatsapp.net";
const t = "1760000000";
const filled = (tag: string, length: number) => node(tag, {}, new Uint8Array(length).fill(9));
const enc = (type: string, attrs = {}) => node("enc", { v: "2", type, ...attrs }, new Uint8Array(96).fill(7));
const registration = filled("registration", 4);
const retry = node("retry", { id: "M1", count: "1", t, v: "1" });
const list = node("list", {}, [node("item", { id: "M2" })]);
const members = [
  node("participant", { jid: bob, type: "superadmin" }),
  node("participant", { jid: alice }),
] satisfies readonly StanzaNode[];
const described = node(
  "group",
  {
    id: "4915550001111-1760000000",
    subject: "Plans",
    s_t: t,
    s_o: bob,
    creation: t,
    creator: bob,
    size: "2",
  },
  members,
);
const notice = (...children: readonly StanzaNode[]) =>
  node("notification", { id: "N1", from: group, participant: bob, t, type: "w:gp2" }, children);
const request = (to: string, child: StanzaNode) => node("iq", { id: "1", to, type: "get", xmlns: "w:g2" }, [child]);
const answer = (child: StanzaNode) => node("iq", { id: "1", from: "s.whatsapp.net", type: "result" }, [child]);

/** One conforming stanza or more for every entry of the catalogue that is about groups. */
export const groupSamples: readonly Sample[] = [
  ["from-client", "group-message", node("message", { to: group, id: "M1", type: "text" }, [enc("skmsg")])],
  [
    "from-client",
    "group-message",
    node("message", { to: group, id: "M1", type: "media", phash: "2:Rk9PQkFS" }, [
      node("participants", {}, [node("to", { jid: bob }, [enc("pkmsg")])]),
      enc("skmsg", { mediatype: "image" }),
    ]),
  ],
  [
    "from-client",
    "group-message-again",
    node("message", { to: group, participant: bob, id: "M1", type: "text" }, [enc("pkmsg", { count: "1" })]),
  ],
  [
    "from-server",
    "group-message",
    node("message", { from: group, participant: bob, id: "M1", type: "text", t, offline: "1" }, [
      enc("msg"),
      enc("skmsg"),
    ]),
  ],
  ["from-client", "group-receipt", node("receipt", { to: group, participant: bob, id: "M1" })],
  ["from-client", "group-receipt", node("receipt", { to: group, participant: bob, id: "M1", type: "read" }, [list])],
  [
    "from-client",
    "group-receipt-retry",
    node("receipt", { to: group, participant: bob, id: "M1", type: "retry" }, [retry, registration]),
  ],
  ["from-server", "group-receipt", node("receipt", { from: group, participant: bob, id: "M1", t })],
  [
    "from-server",
    "group-receipt-retry",
    node("receipt", { from: group, participant: bob, id: "M1", type: "retry", t }, [retry, registration]),
  ],
  ["from-client", "group-ack", node("ack", { class: "notification", id: "N1", to: group, type: "w:gp2" })],
  ["from-client", "group-ack", node("ack", { class: "message", id: "M1", to: group, participant: bob, error: "500" })],
  ["from-server", "group-ack", node("ack", { class: "message", id: "M1", from: group, t, phash: "2:Rk9PQkFS" })],
  ["from-client", "iq-group-query", request(group, node("query", { request: "interactive" }))],
  ["from-client", "iq-group-list", request("g.us", node("participating", {}, [node("participants")]))],
  ["from-server", "iq-group", answer(described)],
  ["from-server", "iq-groups", answer(node("groups", {}, [described]))],
  ["from-server", "notification-group", notice(node("create", { type: "new" }, [described]))],
  ["from-server", "notification-group", notice(node("add", {}, members))],
  ["from-server", "notification-group", notice(node("remove", {}, members))],
  ["from-server", "notification-group", notice(node("subject", { subject: "New plans", s_t: t }))],
];
