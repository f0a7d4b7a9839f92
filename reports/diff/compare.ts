import type { CheckResult, RunInfo, RunResult, Verdict } from "../../harness/model/result.js";

/** `worse`: the later verdict is worse. `differently`: the same verdict for another reason. */
export type Direction = "worse" | "better" | "new" | "gone" | "differently";

export interface CheckChange {
  readonly id: string;
  readonly direction: Direction;
  readonly before: CheckResult | undefined;
  readonly after: CheckResult | undefined;
  /** Other differences that may explain the change. */
  readonly why: readonly string[];
}

export interface RunDiff {
  /** What differs between the runs as a whole, in words. */
  readonly runs: readonly string[];
  readonly changes: readonly CheckChange[];
  readonly unchanged: number;
}

/** How each check changed from run `a` to run `b`. */
export function diffRuns(a: RunResult, b: RunResult): RunDiff {
  const [before, after] = [byId(a), byId(b)];
  const runs = runDifferences(a.run, b.run);
  const changes: CheckChange[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(id), after.get(id)];
    const direction = directionOf(old, now);
    if (direction === undefined) continue;
    changes.push({ id, direction, before: old, after: now, why: reasons(direction, old, now, runs) });
  }
  const both = [...after.keys()].filter((id) => before.has(id)).length;
  const touched = changes.filter(({ direction }) => direction !== "new" && direction !== "gone").length;
  return { runs, changes, unchanged: both - touched };
}

function byId({ checks }: RunResult): ReadonlyMap<string, CheckResult> {
  return new Map(checks.map((check) => [check.id, check]));
}

/** Higher is better. */
const rank: Readonly<Record<Verdict, number>> = {
  fail: 0,
  unstable: 1,
  "could-not-run": 2,
  review: 3,
  warn: 3,
  "not-applicable": 4,
  pass: 5,
};

function directionOf(before: CheckResult | undefined, after: CheckResult | undefined): Direction | undefined {
  if (before === undefined) return "new";
  if (after === undefined) return "gone";
  if (before.verdict !== after.verdict) return rank[after.verdict] > rank[before.verdict] ? "better" : "worse";
  return before.verdict === "pass" || failure(before) === failure(after) ? undefined : "differently";
}

/** Without frame numbers, which differ from run to run. */
function failure({ findings, cause }: CheckResult): string {
  return JSON.stringify([
    findings.length > 0 || cause?.code,
    findings.map(({ what, expected, actual }) => [what, expected, actual]),
  ]);
}

function reasons(
  direction: Direction,
  before: CheckResult | undefined,
  after: CheckResult | undefined,
  runs: readonly string[],
): readonly string[] {
  if (direction === "new") return ["not in the first run: a new check, or not selected there"];
  if (direction === "gone") return ["not in the second run: not selected, or the check is gone"];
  const own: string[] = [];
  if (before !== undefined && after !== undefined) {
    if (before.version !== after.version) own.push(`judged by version ${before.version}, now by ${after.version}`);
    if (before.level !== after.level) own.push(`was ${before.level}, now ${after.level}`);
    if (before.grade !== after.grade) own.push(`was ${before.grade}, now ${after.grade}`);
  }
  if (own.length > 0 || runs.length > 0) return [...own, ...runs];
  return ["same provider, profile and harness by name: changed without a new version, or unstable"];
}

function runDifferences(a: RunInfo, b: RunInfo): readonly string[] {
  const differences: string[] = [];
  const name = ({ provider }: RunInfo): string => `${provider.name} ${provider.version}`.trim();
  if (name(a) !== name(b)) differences.push(`provider ${name(a)}, now ${name(b)}`);
  const [declared, declares] = [new Set(a.provider.capabilities), new Set(b.provider.capabilities)];
  const added = [...declares].filter((capability) => !declared.has(capability));
  const lost = [...declared].filter((capability) => !declares.has(capability));
  if (added.length > 0) differences.push(`declares ${added.join(", ")} now`);
  if (lost.length > 0) differences.push(`does not declare ${lost.join(", ")} any more`);
  if (a.profile.sha256 !== b.profile.sha256) {
    const label = ({ profile }: RunInfo): string =>
      `${profile.name} ${profile.version} (${profile.sha256.slice(0, 8)})`;
    differences.push(`profile ${label(a)}, now ${label(b)}`);
  }
  if (a.harness !== b.harness) differences.push(`harness ${a.harness}, now ${b.harness}`);
  return differences;
}
