import type { CatalogueEntry } from "./entry.js";
import { element, maybe, optional, required } from "./schema.js";
import { count, id, oneOf, text, unixSeconds } from "./values.js";

const empty = element({});
const streamEnd = { tag: "xmlstreamend", grade: "open-clients", source: "wire 3.1", schema: empty } as const;

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
];
