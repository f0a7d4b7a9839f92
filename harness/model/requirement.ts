export type Level = "MUST" | "SHOULD" | "MAY";

/**
 * How well a requirement is known. `published`: Meta's documents or a specification they cite. `observed`: open
 * clients or their servers. `inferred`: everything else; a failed check of an inferred requirement is at most a warning.
 */
export type Grade = "published" | "observed" | "inferred";

export interface Requirement {
  /** For example `M3.2-07`. */
  readonly id: string;
  /** One normative sentence, in our own words. */
  readonly sentence: string;
  readonly level: Level;
  readonly grade: Grade;
  readonly source: string;
  /** Version of Meta's document that introduced it. */
  readonly since: string;
  /** Check ids; empty only when `excluded` says why. */
  readonly checks: readonly string[];
  readonly excluded?: string;
}
