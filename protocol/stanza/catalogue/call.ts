import type { CatalogueEntry } from "./entry.js";
import { element, required } from "./schema.js";
import { id, unixSeconds, user } from "./values.js";

/** Calls are not part of third-party chats yet; a client answers the stanza all the same. */
export const callEntries: readonly CatalogueEntry[] = [
  {
    id: "call",
    tag: "call",
    direction: "from-server",
    grade: "open-clients",
    source: "wire 3.10",
    schema: element({ attrs: { from: required(user), id: required(id), t: required(unixSeconds) }, open: true }),
  },
];
