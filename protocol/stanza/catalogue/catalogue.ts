import { answerEntries } from "./answers.js";
import type { CatalogueEntry } from "./entry.js";
import { groupEntries } from "./groups.js";
import { keyEntries } from "./keys.js";
import { messageEntries } from "./messages.js";
import { presenceEntries } from "./presence.js";
import { type InteropForms, requestEntries } from "./requests.js";
import { sessionEntries } from "./session.js";

/** Every stanza that this project knows, in the order in which conditions are tried. */
export function catalogueEntries(forms: InteropForms): readonly CatalogueEntry[] {
  return [
    ...messageEntries,
    ...answerEntries,
    ...groupEntries,
    ...keyEntries,
    ...requestEntries(forms),
    ...presenceEntries,
    // Last, because it ends with the results and errors of every namespace.
    ...sessionEntries,
  ];
}
