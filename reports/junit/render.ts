import { providerLabel, rerunCommand } from "../view/run-words.js";
import type { Requirement } from "../../harness/model/requirement.js";
import type { CheckResult, RunInfo, RunResult } from "../../harness/model/result.js";
import type { Cause } from "../../harness/model/trace.js";
import { groupBy, mergedFindings, placesText } from "../view/groups.js";
import { folderOf } from "../view/milestones.js";
import { element, type Xml } from "./xml.js";

/**
 * `junit.xml`, in the form that GitLab, Jenkins and GitHub actions read (schemas: tests/fixtures/junit): one suite per folder
 * of checks, one case per check. A MUST that could not run is an `<error>`, so that CI does not pass; a warning passes and
 * its text is in `<system-out>`.
 */
export function renderJunit(result: RunResult, requirements: readonly Requirement[]): string {
  const rows = new Map(requirements.map((row) => [row.id, row]));
  const suites = [...groupBy(result.checks, ({ id }) => folderOf(id))];
  const root = element(
    "testsuites",
    { name: "interop", ...totals(result.checks) },
    suites.map(([folder, checks]) => suite(folder, checks, result, rows)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`;
}

function suite(
  folder: string,
  checks: readonly CheckResult[],
  { run }: RunResult,
  rows: ReadonlyMap<string, Requirement>,
): Xml {
  const byHand = checks.flatMap((check) => (check.byHand === true ? [check.id] : []));
  const property = (name: string, value: string): Xml => element("property", { name, value });
  return element(
    "testsuite",
    { name: folder, ...totals(checks), skipped: count(checks, "skipped"), timestamp: run.startedAt },
    [
      element("properties", {}, [
        property("run", run.id),
        property("seed", run.seed),
        property("profile", `${run.profile.name} ${run.profile.version}`),
        property("provider", providerLabel(run)),
        // A case has no properties: what hosts read of one has no room for them.
        ...(byHand.length > 0 ? [property("rests on a person's answer", byHand.join(" "))] : []),
      ]),
      ...checks.map((check) => testCase({ check, requirement: rows.get(check.requirement), run })),
    ],
  );
}

interface Case {
  readonly check: CheckResult;
  readonly requirement: Requirement | undefined;
  readonly run: RunInfo;
}

function testCase(of: Case): Xml {
  const { check } = of;
  const attributes = {
    name: check.id,
    classname: `${folderOf(check.id)}.${check.requirement}`,
    time: seconds(check.durationMs),
  };
  const outcome = outcomeOf(of);
  return element("testcase", attributes, outcome === undefined ? [] : [outcome]);
}

type Kind = "failure" | "error" | "skipped";

function kindOf(check: CheckResult): Kind | undefined {
  switch (check.verdict) {
    case "pass":
    case "warn":
      return undefined;
    case "fail":
    case "unstable":
      return "failure";
    case "could-not-run":
      return check.level === "MUST" ? "error" : "skipped";
    case "not-applicable":
    case "review":
      return "skipped";
  }
}

function outcomeOf(of: Case): Xml | undefined {
  const { check } = of;
  const kind = kindOf(check);
  if (kind !== undefined) {
    const message = check.cause?.message ?? firstFinding(check);
    // Some hosts show the attribute, others the content.
    return element(kind, { message, type: check.verdict }, [kind === "skipped" ? message : story(of)]);
  }
  return check.verdict === "warn" || check.cause !== null ? element("system-out", {}, [story(of)]) : undefined;
}

function firstFinding({ findings: [first], verdict }: CheckResult): string {
  return first === undefined ? verdict : `${first.what}: expected ${first.expected}, found ${first.actual}`;
}

function story({ check, requirement, run }: Case): string {
  const lines = [`${check.requirement} (${check.level}, ${check.grade}) ${requirement?.sentence ?? ""}`.trim()];
  if (check.cause !== null) lines.push(...causeLines(check.cause));
  for (const { what, expected, actual, at } of mergedFindings(check.findings)) {
    lines.push(`What: ${what}`, `Expected: ${expected}`, `Actual: ${actual}`);
    if (at.length > 0) lines.push(`At: ${placesText(at)} of trace.ndjson`);
  }
  if (check.findings.length > 0) lines.push(`Hint: ${check.hint}`);
  lines.push(`Rerun: ${rerunCommand(run, [check])}`);
  return lines.join("\n");
}

function causeLines({ code, message, entry, said }: Cause): readonly string[] {
  const lines = [`Cause: ${message} [${code}]`];
  if (entry !== undefined) lines.push(`Seen in: frame ${entry} of trace.ndjson`);
  if (said !== undefined) lines.push(`Driver: ${said.message}`);
  return lines;
}

function count(checks: readonly CheckResult[], kind: Kind): string {
  return String(checks.filter((check) => kindOf(check) === kind).length);
}

function totals(checks: readonly CheckResult[]): Readonly<Record<string, string>> {
  return {
    tests: String(checks.length),
    failures: count(checks, "failure"),
    errors: count(checks, "error"),
    time: seconds(checks.reduce((sum, { durationMs }) => sum + durationMs, 0)),
  };
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
