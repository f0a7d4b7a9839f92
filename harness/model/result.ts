import type { Grade, Level } from "./requirement.js";
import type { Cause, Json } from "./trace.js";

export const verdicts = ["pass", "fail", "warn", "not-applicable", "could-not-run", "unstable", "review"] as const;
export type Verdict = (typeof verdicts)[number];

export interface Finding {
  /** What was compared; a check names it as the reason that kills a mutant. */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  /** For example "frame 12"; empty when it concerns no entry of the trace. */
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
  /** Why it was not judged, or why a retry decided; null when the first run decided. */
  readonly cause: Cause | null;
  readonly findings: readonly Finding[];
  readonly hint: string;
  /** Scenario in the trace that holds the evidence. */
  readonly scenario: string;
  /** The evidence: entries of the trace, as `seq`. */
  readonly reached: readonly number[];
  /** The verdict rests on what a person answered, and not only on the wire. */
  readonly byHand?: true;
  /** Pictures of the app that the person gave in this scenario, as paths below the folder of the report. */
  readonly pictures?: readonly string[];
}

const mandatory = "declared: the profile makes it mandatory";
const notDeclared = "not declared";
const subject = "capability ";

/** The finding at a check that needs a capability which the profile makes mandatory and the provider does not declare. */
export function undeclared(capability: string): Finding {
  return { what: `${subject}${capability}`, expected: mandatory, actual: notDeclared, at: "" };
}

/** The undeclared capabilities because of which a check was not run; none where it was run. */
export function undeclaredIn({ findings }: Pick<CheckResult, "findings">): readonly string[] {
  return findings
    .filter(({ expected, actual }) => expected === mandatory && actual === notDeclared)
    .map(({ what }) => what.slice(subject.length));
}

/** Code of the cause of a verdict that a retry decided, because the first run decided nothing. */
export const retried = "retried";

const retryMark = "#2";

/** Id under which the trace holds the retry of a scenario. */
export function retryOf(scenario: string): string {
  return `${scenario}${retryMark}`;
}

/** Id of the scenario that was run or retried under this id. */
export function scenarioOf(id: string): string {
  return id.endsWith(retryMark) ? id.slice(0, -retryMark.length) : id;
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

/** A value that comes from the user's own profile file, and not from the harness. */
export interface OwnValue {
  /** Dotted, for example `channel.keepAliveMs`. */
  readonly path: string;
  readonly value: Json;
  /** What the bundled profile has in its place. */
  readonly base: Json;
  readonly grade: string;
  readonly source: string;
}

export interface ProfileInfo {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
  /** Only for a profile of the user's own: the bundled profile below it, and what it gives itself. */
  readonly own?: { readonly base: string; readonly values: readonly OwnValue[] };
}

export interface RunInfo {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly seed: string;
  readonly harness: string;
  readonly profile: ProfileInfo;
  readonly provider: { readonly name: string; readonly version: string; readonly capabilities: readonly string[] };
  /** How this command line is called where the run was made, for example `npx interop` (default: `interop`). */
  readonly command?: string;
  /** Words of the command line, without check ids, that a rerun has to repeat; for example `--url` and its value. */
  readonly options?: readonly string[];
  /** A person was the driver: each event, and each step that did not succeed, is the person's answer. */
  readonly byHand?: true;
}

/** Where sessions are not Signal's: what a provider must show of its own protocol, and what a run has shown. */
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
