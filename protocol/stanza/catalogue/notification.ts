import type { CatalogueEntry } from "./entry.js";
import { element, maybe, one, optional, required } from "./schema.js";
import { count, fixed, id, server, text, unixSeconds, user } from "./values.js";

const common = {
  id: required(id),
  t: required(unixSeconds),
  type: required(fixed("encrypt")),
  offline: optional(count),
};

export const notificationEntries: readonly CatalogueEntry[] = [
  {
    id: "notification-keys-low",
    tag: "notification",
    direction: "from-server",
    grade: "open-clients",
    source: "wire 3.4",
    when: { attrs: { type: ["encrypt"] }, child: "count" },
    schema: element({
      attrs: { ...common, from: required(server) },
      children: { count: one(element({ attrs: { value: required(count) } })) },
    }),
  },
  {
    id: "notification-identity-changed",
    tag: "notification",
    direction: "from-server",
    grade: "open-clients",
    source: "interop fact 59; wire 3.4 and 5.5",
    when: { attrs: { type: ["encrypt"] }, child: "identity" },
    schema: element({
      attrs: { ...common, from: required(user), display_name: optional(text) },
      children: { identity: maybe(element({})) },
    }),
  },
];
