import type { CatalogueEntry } from "./entry.js";
import { element, maybe, optional, required } from "./schema.js";
import { fixed, id, oneOf, server, unixSeconds } from "./values.js";

const ping = maybe(element({}));

export const iqPingEntries: readonly CatalogueEntry[] = [
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
];
