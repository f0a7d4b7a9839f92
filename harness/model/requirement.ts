export type Level = "MUST" | "SHOULD" | "MAY";

/**
 * How well a requirement is founded. `published`: Meta's documents or a specification they cite. `observed`: open
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
  /** Session engine of the profiles in which it counts; it counts in all without one. */
  readonly engine?: string;
}

/** Leaves out what is about sessions of another kind than those of the run with these checks. */
export function countedIn(
  { checks }: { readonly checks: readonly { readonly id: string }[] },
  requirements: readonly Requirement[],
): readonly Requirement[] {
  const ran = new Set(checks.map(({ id }) => id));
  return requirements.filter((row) => row.engine === undefined || row.checks.some((id) => ran.has(id)));
}
