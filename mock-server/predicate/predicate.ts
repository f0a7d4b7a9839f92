import type { EntryKind } from "../../harness/model/trace.js";

/**
 * What an entry of the journal has to look like, as data. A text, number, boolean or null wants exactly that. An object
 * wants each of its members, and the entry may have more. A list wants, for each of its elements, some element of the
 * entry's list. Instead of a value there may be one or several operators, all of which must hold:
 *
 * - `{ "$glob": "900-*@interop" }` a text of this form; `*` any characters, `?` one, `\` takes the next for itself
 * - `{ "$min": 400, "$max": 499 }` a number within these bounds
 * - `{ "$present": true }` or `false`: a member that is there, or not
 * - `{ "$any": [ … ] }` one of these predicates
 * - `{ "$not": … }` anything else than this predicate
 *
 * `tag`, `attrs`, `children`, `text` and `bytes` at the top mean those of the entry's stanza, `node`.
 */
export type Predicate = null | boolean | number | string | readonly Predicate[] | PredicateObject;

export interface Operators {
  readonly $glob?: string;
  readonly $min?: number;
  readonly $max?: number;
  readonly $present?: boolean;
  readonly $any?: readonly Predicate[];
  readonly $not?: Predicate;
}

export type PredicateObject = Operators & { readonly [member: string]: Predicate | undefined };

/** A predicate for a whole entry. */
export type EntryPredicate<Kind extends EntryKind = EntryKind> = PredicateObject & { readonly kind?: Kind | Operators };

/** Members of a stanza that may stand at the top of a predicate. */
export const stanzaMembers: ReadonlySet<string> = new Set(["tag", "attrs", "children", "text", "bytes"]);

export const maximumGlobLength = 200;
/** Levels of a predicate, and conditions in it. */
export const maximumDepth = 24;
export const maximumConditions = 500;
