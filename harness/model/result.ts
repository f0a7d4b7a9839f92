import type { Grade, Level } from "./requirement.js";
import type { Cause } from "./trace.js";

export const verdicts = ["pass", "fail", "warn", "not-applicable", "could-not-run", "unstable", "review"] as const;
export type Verdict = (typeof verdicts)[number];

export interface Finding {
  /** What was compared; mutants name it as the reason for which they die. */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  /** For example "frame 12"; empty when nothing in the trace can be pointed at. */
  readonly at: string;
}

export interface CheckResult {
  readonly id: string;
  readonly version: number;
  readonly requirement: string;
  readonly level: Level;
  readonly grade: Grade;
  readonly verdict: Verdict;
  readonly durationMs: number;
  /** Why it was not judged, or judged by a second drive; null when the first one was enough. */
  readonly cause: Cause | null;
  readonly findings: readonly Finding[];
  readonly hint: string;
  /** Scenario in the trace that holds the evidence. */
  readonly scenario: string;
  /** Entries that prove that the question was put, as `seq`. */
  readonly reached: readonly number[];
}

export type Outcome = "passed" | "failed" | "incomplete" | "environment";

export interface Summary {
  readonly outcome: Outcome;
  readonly pass: number;
  readonly fail: number;
  readonly warn: number;
  readonly notApplicable: number;
  readonly couldNotRun: number;
  readonly unstable: number;
  readonly review: number;
}

export interface RunInfo {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly seed: string;
  readonly harness: string;
  readonly profile: { readonly name: string; readonly version: string; readonly sha256: string };
  readonly provider: { readonly name: string; readonly version: string; readonly capabilities: readonly string[] };
  /** Words of the command line, without ids, that the same run needs again; for example `--url` and what follows it. */
  readonly options?: readonly string[];
}

/** Where sessions are not Signal's: what a provider has to show of its own protocol, and what of it a run has shown. */
export interface SessionStatement {
  readonly protocol: "other";
  readonly summary: string;
  readonly shown: readonly { readonly requirement: string; readonly sentence: string; readonly check: string }[];
  readonly notShown: readonly { readonly subject: string; readonly why: string }[];
  /** What even the properties that were shown do not mean. */
  readonly limits: readonly string[];
}

export interface RunResult {
  readonly schema: "interop-conformance/report@1";
  readonly run: RunInfo;
  readonly summary: Summary;
  /** Set when the whole run was stopped by one cause (driver, environment, interrupt). */
  readonly cause: Cause | null;
  readonly checks: readonly CheckResult[];
  /** Only where the profile leaves the protocol of sessions to the provider. */
  readonly statement?: SessionStatement;
}
