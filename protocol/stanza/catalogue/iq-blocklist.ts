import type { CatalogueEntry } from "./entry.js";
import { element, many, maybe, one, optional, required } from "./schema.js";
import { fixed, id, oneOf, server, text, unixSeconds, user } from "./values.js";

const source = "interop fact 96 (get and set are published, their form is not); open clients' blocklist";

function attrsOf(type: "get" | "set") {
  return { id: required(id), to: required(server), type: required(fixed(type)), xmlns: required(fixed("blocklist")) };
}

const action = element({ attrs: { action: required(oneOf("block", "unblock")), jid: required(user) } });

export const iqBlocklistEntries: readonly CatalogueEntry[] = [
  {
    id: "iq-blocklist-get",
    tag: "iq",
    direction: "from-client",
    grade: "inferred",
    source,
    when: { attrs: { xmlns: ["blocklist"], type: ["get"] } },
    schema: element({ attrs: attrsOf("get") }),
  },
  {
    id: "iq-blocklist-set",
    tag: "iq",
    direction: "from-client",
    grade: "inferred",
    source,
    when: { attrs: { xmlns: ["blocklist"], type: ["set"] } },
    schema: element({ attrs: attrsOf("set"), children: { item: one(action) } }),
  },
  {
    id: "iq-blocklist-result",
    tag: "iq",
    direction: "from-server",
    grade: "inferred",
    source,
    when: { attrs: { type: ["result"] }, child: "list" },
    schema: element({
      attrs: { id: required(id), from: required(server), type: required(fixed("result")), t: optional(unixSeconds) },
      children: {
        list: maybe(
          element({
            attrs: { dhash: optional(text) },
            children: { item: many(element({ attrs: { jid: required(user) } }), 10_000, 0) },
          }),
        ),
      },
    }),
  },
];
