import type { CatalogueEntry } from "./entry.js";
import { element, optional, required } from "./schema.js";
import { count, id, oneOf, refusals, text, unixSeconds, user, userOrServer } from "./values.js";

export const ackEntries: readonly CatalogueEntry[] = [
  {
    id: "ack",
    tag: "ack",
    direction: "from-client",
    grade: "open-clients",
    source: "wire 3.8; interop fact 78",
    schema: element({
      attrs: {
        class: required(oneOf("message", "receipt", "notification", "call")),
        id: required(id),
        to: required(userOrServer),
        type: optional(text),
        from: optional(user),
        participant: optional(user),
        recipient: optional(user),
        error: optional(refusals),
      },
    }),
  },
  {
    id: "ack",
    tag: "ack",
    direction: "from-server",
    grade: "open-clients",
    source: "wire 3.8; interop facts 45 and 49",
    schema: element({
      attrs: {
        class: required(oneOf("message", "receipt")),
        id: required(id),
        from: required(userOrServer),
        t: optional(unixSeconds),
        type: optional(text),
        phash: optional(text),
        server_id: optional(count),
        refresh_lid: optional(text),
        error: optional(count),
      },
    }),
  },
];
