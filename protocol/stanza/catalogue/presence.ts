import { type AttributeRule, type CatalogueEntry, type Direction, element, one, optional, required } from "./entry.js";
import { fixed, id, oneOf, text, unixSeconds, user } from "./values.js";

const source = "wire 3.1 and 3.10";

function chatstate(direction: Direction, attrs: Readonly<Record<string, AttributeRule>>): CatalogueEntry {
  return {
    id: "chatstate",
    tag: "chatstate",
    direction,
    grade: "open-clients",
    source: "interop fact 53; wire 3.10",
    schema: element({
      attrs,
      children: {
        composing: one(element({ attrs: { media: optional(fixed("audio")) } })),
        paused: one(element({})),
      },
      choice: true,
    }),
  };
}

/** Who is there, who types, and calls. */
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
  // Some clients still name themselves in `from`, others stopped (wire 3.10).
  chatstate("from-client", { to: required(user), from: optional(user) }),
  chatstate("from-server", { from: required(user), to: optional(user) }),
  // Calls are not part of third-party chats yet; a client answers the stanza all the same.
  {
    id: "call",
    tag: "call",
    direction: "from-server",
    grade: "open-clients",
    source: "wire 3.10",
    schema: element({ attrs: { from: required(user), id: required(id), t: required(unixSeconds) }, open: true }),
  },
];
