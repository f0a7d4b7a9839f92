/** Versions of Meta's technical framework (interop facts 71 and 80), oldest first. */
export const documentVersions = ["1.0.0", "1.0.1", "1.0.2", "1.0.3"] as const;
export type DocumentVersion = (typeof documentVersions)[number];

export const levels = ["MUST", "SHOULD", "MAY"] as const;
export type Level = (typeof levels)[number];

/**
 * How well a requirement is known. `published`: Meta's documents or a specification they cite. `observed`: open
 * clients or their servers. `inferred`: everything else; a failed check of an inferred requirement is at most a warning.
 */
export type Grade = (typeof grades)[number];
export const grades = ["published", "observed", "inferred"] as const;

export interface Requirement {
  /** For example `M3.2-07`. */
  readonly id: string;
  /** One normative sentence, in our own words. */
  readonly sentence: string;
  readonly level: Level;
  readonly grade: Grade;
  readonly source: string;
  /** Version of Meta's document that introduced it. */
  readonly since: DocumentVersion;
  /** Last version of Meta's document to which it applies; absent: it still does. */
  readonly until?: DocumentVersion;
  /** Check ids; empty only when `excluded` says why. */
  readonly checks: readonly string[];
  readonly excluded?: string;
}

/** Whether a version of Meta's document has this requirement. A version that is not known has all of them. */
export function appliesTo({ since, until }: Pick<Requirement, "since" | "until">, version: string): boolean {
  const at = documentVersions.findIndex((known) => known === version);
  if (at < 0) return true;
  return documentVersions.indexOf(since) <= at && (until === undefined || at <= documentVersions.indexOf(until));
}

/** A public report of a fault in a real implementation, and what catches the same fault in a provider. */
export interface FieldReport {
  /** For example `FR-017`. */
  readonly id: string;
  readonly area: string;
  /** Repository and number of the issue, or document and section. */
  readonly source: string;
  /** What went wrong there, in one line. */
  readonly fault: string;
  /** What a provider with this fault does wrong, or which unusual input it must survive. */
  readonly provider: string;
  /** Checks that catch it; empty only when `unseen` says why. */
  readonly checks: readonly string[];
  /** Mutants with this fault, or lawful variants that must not be failed for it. */
  readonly mutants: readonly string[];
  /** Why it cannot be seen from outside. */
  readonly unseen?: string;
}
