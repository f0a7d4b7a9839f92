import type { CatalogueEntry, Direction } from "./entry.js";
import { element, one, optional, required } from "./schema.js";
import type { AttributeRule } from "./schema.js";
import { count, fixed, id, server, text, unixSeconds } from "./values.js";

const empty = element({});
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

export const iqSessionEntries: readonly CatalogueEntry[] = [
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
