import type { CatalogueEntry } from "./entry.js";
import { element, optional, required } from "./schema.js";
import { fixed, oneOf, text, user } from "./values.js";

const source = "wire 3.1 and 3.10";

export const presenceEntries: readonly CatalogueEntry[] = [
  {
    id: "presence-subscribe",
    tag: "presence",
    direction: "from-client",
    grade: "open-clients",
    source,
    when: { attrs: { type: ["subscribe"] } },
    schema: element({ attrs: { type: required(fixed("subscribe")), to: required(user) } }),
  },
  {
    id: "presence",
    tag: "presence",
    direction: "from-client",
    grade: "open-clients",
    source,
    schema: element({ attrs: { type: required(oneOf("available", "unavailable")), name: optional(text) } }),
  },
  {
    id: "presence",
    tag: "presence",
    direction: "from-server",
    grade: "open-clients",
    source,
    schema: element({
      attrs: { from: required(user), type: optional(oneOf("available", "unavailable")), last: optional(text) },
    }),
  },
];
