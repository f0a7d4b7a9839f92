import type { CatalogueEntry } from "./entry.js";
import { bytes, element, maybe, one, optional, required } from "./schema.js";
import { count, fixed, id, server, text, unixSeconds } from "./values.js";

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

/** Server information, for example how many messages wait in the offline mailbox (interop fact 42). */
export const ibEntries: readonly CatalogueEntry[] = [
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
];
