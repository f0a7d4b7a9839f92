import type { CatalogueEntry, Direction } from "./entry.js";
import { element, one, optional, required } from "./schema.js";
import type { AttributeRule } from "./schema.js";
import { fixed, user } from "./values.js";

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

export const chatstateEntries: readonly CatalogueEntry[] = [
  // Some clients still name themselves in `from`, others stopped (wire 3.10).
  chatstate("from-client", { to: required(user), from: optional(user) }),
  chatstate("from-server", { from: required(user), to: optional(user) }),
];
