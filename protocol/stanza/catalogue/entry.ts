import type { JsonSchema } from "./schema.js";

/** Who sends the stanza: the third-party client or the WhatsApp side. */
export type Direction = "from-client" | "from-server";

/**
 * How far an entry may be trusted: `published` by Meta, `open-clients` for the form that open clients of the ordinary
 * protocol speak, `inferred` where this project adapts that form to third-party chats.
 */
export type Grade = "published" | "open-clients" | "inferred";

/** Chooses between entries of one tag. */
export interface EntryCondition {
  /** Each attribute has one of these values; null stands for its absence. */
  readonly attrs?: Readonly<Record<string, readonly (string | null)[]>>;
  /** This attribute is there, whatever its value. */
  readonly present?: string;
  /** The address in this attribute is that of a group. */
  readonly group?: "to" | "from";
  /** This child is there, given as tags joined by "/"; null: there is no child at all. */
  readonly child?: string | null;
}

export interface CatalogueEntry {
  /** Unique within a direction, for example `iq-encrypt-count`. */
  readonly id: string;
  readonly tag: string;
  readonly direction: Direction;
  readonly grade: Grade;
  /** Where the form is known from. */
  readonly source: string;
  /** The first entry whose condition holds judges the stanza; none means always. */
  readonly when?: EntryCondition;
  readonly schema: JsonSchema;
}
