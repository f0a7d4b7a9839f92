import {
  type AttributeRule,
  bytes,
  type CatalogueEntry,
  type Direction,
  element,
  maybe,
  one,
  optional,
  required,
} from "./entry.js";
import { count, fixed, id, oneOf, server, text, unixSeconds } from "./values.js";

const empty = element({});
const streamEnd = { tag: "xmlstreamend", grade: "open-clients", source: "wire 3.1", schema: empty } as const;

const ping = maybe(empty);

const offlinePreview = element({
  attrs: {
    count: required(count),
    message: optional(count),
    receipt: optional(count),
    notification: optional(count),
    appdata: optional(count),
    call: optional(count),
    t: optional(text),
  },
});

const error = element({ attrs: { code: required(count), text: optional(text), backoff: optional(count) } });

/** Answers that mean the same in every namespace. */
function answers(direction: Direction, address: Readonly<Record<string, AttributeRule>>): readonly CatalogueEntry[] {
  const attrs = { ...address, id: required(id), t: optional(unixSeconds) };
  return [
    {
      id: "iq-result",
      tag: "iq",
      direction,
      grade: "open-clients",
      source: "wire 3.1",
      when: { attrs: { type: ["result"] }, child: null },
      schema: element({ attrs: { ...attrs, type: required(fixed("result")) } }),
    },
    {
      id: "iq-error",
      tag: "iq",
      direction,
      grade: "open-clients",
      source: "interop fact 50; wire 3.1 (iq error shape)",
      when: { attrs: { type: ["error"] } },
      schema: element({ attrs: { ...attrs, type: required(fixed("error")) }, children: { error: one(error) } }),
    },
  ];
}

/** The life of a connection: login, pings, server information, errors, and answers that mean the same everywhere. */
export const sessionEntries: readonly CatalogueEntry[] = [
  {
    id: "success",
    tag: "success",
    direction: "from-server",
    grade: "open-clients",
    source: "wire 3.1",
    schema: element({ attrs: { t: required(unixSeconds), lid: optional(text) }, open: true }),
  },
  {
    id: "failure",
    tag: "failure",
    direction: "from-server",
    grade: "open-clients",
    source: "interop fact 36; wire 3.2",
    schema: element({
      attrs: {
        reason: required(count),
        location: optional(text),
        message: optional(text),
        code: optional(count),
        expire: optional(count),
        logout_message_header: optional(text),
        logout_message_subtext: optional(text),
      },
    }),
  },
  {
    id: "stream-error",
    tag: "stream:error",
    direction: "from-server",
    grade: "open-clients",
    source: "interop fact 36; wire 3.3",
    schema: element({
      attrs: { code: optional(count) },
      children: {
        conflict: maybe(element({ attrs: { type: required(oneOf("replaced", "device_removed")) } })),
        ack: maybe(element({ attrs: { class: optional(text), id: optional(id), type: optional(text) } })),
        "xml-not-well-formed": maybe(empty),
      },
    }),
  },
  { id: "stream-end", direction: "from-client", ...streamEnd },
  { id: "stream-end", direction: "from-server", ...streamEnd },
  {
    id: "iq-ping",
    tag: "iq",
    direction: "from-client",
    grade: "open-clients",
    source: "interop fact 35; wire 1.5 and 3.1",
    when: { attrs: { xmlns: ["w:p"], type: ["get"] } },
    schema: element({
      attrs: { id: required(id), to: required(server), type: required(fixed("get")), xmlns: required(fixed("w:p")) },
      children: { ping },
    }),
  },
  {
    id: "iq-ping",
    tag: "iq",
    direction: "from-server",
    grade: "open-clients",
    source: "wire 1.5",
    when: { attrs: { xmlns: ["urn:xmpp:ping", "w:p"], type: ["get"] } },
    schema: element({
      attrs: {
        id: required(id),
        from: required(server),
        type: required(fixed("get")),
        xmlns: required(oneOf("urn:xmpp:ping", "w:p")),
        t: optional(unixSeconds),
      },
      children: { ping },
    }),
  },
  // Server information, for example how many messages wait in the offline mailbox (interop fact 42).
  {
    id: "ib",
    tag: "ib",
    direction: "from-client",
    grade: "open-clients",
    source: "wire 3.1 and 3.11",
    schema: element({
      children: {
        offline_batch: one(element({ attrs: { count: required(count) } })),
        unified_session: one(element({ attrs: { id: required(id) } })),
      },
      choice: true,
    }),
  },
  {
    id: "ib",
    tag: "ib",
    direction: "from-server",
    grade: "open-clients",
    source: "interop fact 42; wire 3.1 and 3.11",
    schema: element({
      attrs: { from: optional(server) },
      children: {
        offline_preview: maybe(offlinePreview),
        offline: maybe(element({ attrs: { count: required(count) } })),
        edge_routing: maybe(element({ children: { routing_info: one(element({ content: bytes(1, 1024) })) } })),
        dirty: maybe(element({ attrs: { type: required(text), timestamp: optional(unixSeconds) } })),
        downgrade_webclient: maybe(element({})),
      },
      choice: true,
    }),
  },
  {
    id: "iq-dirty-clean",
    tag: "iq",
    direction: "from-client",
    grade: "open-clients",
    source: "wire 3.1",
    when: { attrs: { xmlns: ["urn:xmpp:whatsapp:dirty"], type: ["set"] } },
    schema: element({
      attrs: {
        id: required(id),
        to: required(server),
        type: required(fixed("set")),
        xmlns: required(fixed("urn:xmpp:whatsapp:dirty")),
      },
      children: { clean: one(element({ attrs: { type: required(text), timestamp: optional(unixSeconds) } })) },
    }),
  },
  {
    id: "iq-passive",
    tag: "iq",
    direction: "from-client",
    grade: "open-clients",
    source: "wire 3.1 (passive and active)",
    when: { attrs: { xmlns: ["passive"], type: ["set"] } },
    schema: element({
      attrs: {
        id: required(id),
        to: required(server),
        type: required(fixed("set")),
        xmlns: required(fixed("passive")),
      },
      children: { active: one(empty), passive: one(empty) },
      choice: true,
    }),
  },
  ...answers("from-client", { to: required(server) }),
  ...answers("from-server", { from: required(server) }),
];
