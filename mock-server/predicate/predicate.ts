import type { EntryKind } from "../../harness/model/trace.js";

/**
 * What an entry of the journal must look like, as data. A text, number, boolean or null matches the same value. An object
 * matches when each of its members does; the entry may have further members. A list matches when each of its elements
 * matches some element of the entry's list. A value can be replaced by operators, all of which must hold:
 *
 * - `{ "$glob": "900-*@interop" }` a text of this form; `*` matches any characters, `?` one, `\` escapes the next one
 * - `{ "$min": 400, "$max": 499 }` a number within these bounds
 * - `{ "$present": true }` or `false`: the member exists, or does not
 * - `{ "$any": [ … ] }` one of these predicates holds
 * - `{ "$not": … }` this predicate does not hold
 *
 * `tag`, `attrs`, `children`, `text` and `bytes` at the top are those of the entry's stanza, `node`.
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

/** Members of a stanza that are allowed at the top of a predicate. */
export const stanzaMembers: ReadonlySet<string> = new Set(["tag", "attrs", "children", "text", "bytes"]);

export const maximumGlobLength = 200;
/** Levels of a predicate, and conditions in it. */
export const maximumDepth = 24;
export const maximumConditions = 500;
