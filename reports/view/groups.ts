import { type CheckResult, type Finding, retried, undeclaredIn } from "../../harness/model/result.js";
import type { Cause } from "../../harness/model/trace.js";

/** Members in order of appearance under each key. (`Map.groupBy` is not in Node 20.) */
export function groupBy<Member>(
  members: readonly Member[],
  keyOf: (member: Member) => string,
): ReadonlyMap<string, readonly [Member, ...Member[]]> {
  const groups = new Map<string, [Member, ...Member[]]>();
  for (const member of members) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return groups;
}

/** Results that share one root cause: the same comparison went wrong in the same way. */
export type ResultGroup = readonly [CheckResult, ...CheckResult[]];

/** Results that share one cause, for example why several checks could not run. */
export interface CauseGroup {
  readonly cause: Cause;
  readonly results: readonly CheckResult[];
}

/** In the order of the first result of each group. */
export function groupByFinding(results: readonly CheckResult[]): readonly ResultGroup[] {
  const groups = groupBy(results, (result) => {
    const [first] = result.findings;
    return first === undefined ? result.id : JSON.stringify([first.what, first.expected, first.actual, first.at]);
  });
  return [...groups.values()];
}

/** Largest group first; results without a cause are grouped as "unknown". */
export function groupByCause(results: readonly CheckResult[]): readonly CauseGroup[] {
  const causeOf = (result: CheckResult): Cause => result.cause ?? { code: "unknown", message: "No cause was recorded" };
  const groups = groupBy(results, (result) => causeKey(causeOf(result)));
  return [...groups.values()]
    .map((members) => ({ cause: causeOf(members[0]), results: members }))
    .sort((a, b) => b.results.length - a.results.length);
}

/** What the harness itself judged is one cause wherever it happens; its sentence names users, messages and frames. */
export function causeKey({ code, message, entry }: Cause): string {
  return JSON.stringify(entry === undefined ? [code, message] : [code]);
}

/** Findings that say the same about several places. */
export interface MergedFinding extends Omit<Finding, "at"> {
  /** Where, in the order of the trace; empty when there is no place to point at. */
  readonly at: readonly string[];
}

/** The same finding at five frames is one thing to read and five places to look. */
export function mergedFindings(findings: readonly Finding[]): readonly MergedFinding[] {
  const merged = new Map<string, Finding & { readonly places: Set<string> }>();
  for (const finding of findings) {
    const { what, expected, actual, at } = finding;
    const key = JSON.stringify([what, expected, actual]);
    const known = merged.get(key) ?? { ...finding, places: new Set<string>() };
    merged.set(key, known);
    if (at !== "") known.places.add(at);
  }
  return [...merged.values()].map(({ what, expected, actual, places }) => ({
    what,
    expected,
    actual,
    at: [...places],
  }));
}

/** "frame 3", "frames 3, 7 and 9", "frames 3, 7, 9, 12 and 5 more". */
export function placesText(at: readonly string[]): string {
  const numbers = at.map((place) => /^frame (\d+)$/.exec(place)?.[1]);
  const isFrames = at.length > 1 && numbers.every((number) => number !== undefined);
  const names = isFrames ? numbers : at;
  const shown = names.length <= most ? names : [...names.slice(0, most), `${names.length - most} more`];
  const list = shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
  return isFrames ? `frames ${list}` : list;
}

const most = 6;

/** Results that one missing capability explains. A check that lacks several is listed under the first. */
export interface UndeclaredGroup {
  readonly capability: string;
  readonly results: ResultGroup;
}

export interface Division {
  /** The provider was tested. */
  readonly tested: readonly CheckResult[];
  /** Largest group first. */
  readonly undeclared: readonly UndeclaredGroup[];
}

/**
 * Separates the checks that failed only because the provider does not declare a mandatory capability: a report names the
 * capability once and not each check.
 */
export function divide(results: readonly CheckResult[]): Division {
  const lacking = results.filter((result) => undeclaredIn(result).length > 0);
  const groups = groupBy(lacking, (result) => undeclaredIn(result)[0] ?? "");
  return {
    tested: results.filter((result) => !lacking.includes(result)),
    undeclared: [...groups]
      .map(([capability, members]) => ({ capability, results: members }))
      .sort((a, b) => b.results.length - a.results.length),
  };
}

/** Results of a retry, after a first run that was too late to be judged. They count; the report still says so. */
export function decidedOnRetry(checks: readonly CheckResult[]): readonly CheckResult[] {
  return checks.filter(({ cause }) => cause?.code === retried);
}
