import type { CheckResult, RunResult } from "../../harness/model/result.js";
import { renderFiles, renderJson, unpacked } from "../../reports/index.js";
import { requirements } from "../../suites/index.js";
import { type Rejudged, rejudge } from "../stored/rejudge.js";
import { type Doubt, inputOf, type StoredRun } from "../stored/stored-run.js";
import { harnessVersion } from "../version.js";
import { bindingDoubts } from "./binding.js";

export interface VerifyOptions {
  /** Accepts a report without some required checks. */
  readonly partial?: true;
}

/** Every reason not to trust a stored run, from its files alone. Empty: the report follows from the trace. */
export function doubtsAbout(stored: StoredRun, { partial }: VerifyOptions): readonly Doubt[] {
  const doubts = [...traceDoubts(stored), ...bindingDoubts(stored)];
  if (!doubts.some(({ kind }) => kind === "profile-edited")) doubts.push(...judgedAgain(stored));
  if (partial !== true) doubts.push(...missing(stored.result));
  return doubts;
}

/** What judging the trace shows. It may be a stranger's: what no harness has recorded can break any judge. */
function judgedAgain(stored: StoredRun): readonly Doubt[] {
  try {
    const again = rejudge(stored.trace);
    const doubts = versionDoubts(stored, again);
    // Verdicts of another version or of another run would all differ.
    const comparable = doubts.every(({ kind }) => kind !== "versions-mixed");
    return comparable ? [...doubts, ...verdictDoubts(stored, again), ...fileDoubts(stored)] : doubts;
  } catch {
    return [
      { kind: "trace-malformed", text: "trace.ndjson cannot be judged: an entry lacks what every harness records" },
    ];
  }
}

function traceDoubts({ trace: { integrity } }: StoredRun): readonly Doubt[] {
  if (integrity === "whole") return [];
  const text =
    integrity === "absent"
      ? "trace.ndjson has no digest at its end: it is cut off, or older than digests"
      : "trace.ndjson was changed: the digest at its end does not match its lines";
  return [{ kind: "trace-changed", text }];
}

function versionDoubts({ result, trace }: StoredRun, { gone, changed }: Rejudged): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const mixed = (text: string): void => void doubts.push({ kind: "versions-mixed", text });
  const { header } = trace;
  if (header.run.harness !== harnessVersion()) {
    const text = `Recorded by harness ${header.run.harness}, this is ${harnessVersion()}: its pages were not compared`;
    doubts.push({ kind: "other-version", text });
  }
  if (JSON.stringify(result.run) !== JSON.stringify(header.run)) {
    mixed(`report.json is of run ${result.run.id}, trace.ndjson of run ${header.run.id}, or one of them was edited`);
  }
  const plan = new Map(header.plan.map(({ id, version }) => [id, version]));
  for (const { id, version } of result.checks) {
    const planned = plan.get(id);
    if (planned !== version) mixed(`${id} is version ${version} in report.json, ${planned ?? "absent"} in the plan`);
  }
  const advice = `verify with harness ${header.run.harness}, this is ${harnessVersion()}`;
  if (gone.length > 0) mixed(`This version has no check ${gone.join(", ")}; ${advice}`);
  for (const { check, planned } of changed) {
    mixed(`${check.id} was judged by version ${planned}, this harness has version ${check.version}; ${advice}`);
  }
  return doubts;
}

function verdictDoubts({ result }: StoredRun, { result: again }: Rejudged): readonly Doubt[] {
  const edited = (text: string): Doubt => ({ kind: "verdict-edited", text });
  const doubts: Doubt[] = [];
  const stated = new Map(result.checks.map((check) => [check.id, check]));
  for (const check of again.checks) {
    const found = stated.get(check.id);
    if (found === undefined) doubts.push(edited(`${check.id} is in the plan of the trace and not in report.json`));
    else doubts.push(...comparedMembers(found, check).map(edited));
  }
  if (JSON.stringify(result.summary) !== JSON.stringify(again.summary)) {
    doubts.push(edited("The summary of report.json does not follow from the trace"));
  }
  return doubts;
}

/** Everything but the duration, which no trace can prove. */
function comparedMembers(stated: CheckResult, judged: CheckResult): readonly string[] {
  if (stated.verdict !== judged.verdict) {
    return [`${judged.id} is stated as "${stated.verdict}"; the trace gives "${judged.verdict}"`];
  }
  const same = renderedAlike({ ...stated, durationMs: 0 }, { ...judged, durationMs: 0 });
  return same ? [] : [`${judged.id}: findings, level or evidence do not follow from the trace`];
}

/** Members may come in any order. */
function renderedAlike(a: object, b: object): boolean {
  const text = (value: object): string => JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
}

/** The other files are pure functions of report and trace. */
function fileDoubts(stored: StoredRun): readonly Doubt[] {
  if (stored.result.run.harness !== harnessVersion()) return [];
  const wanted = renderFiles(inputOf(stored));
  const doubts: Doubt[] = [];
  for (const [name, text] of stored.files) {
    if (name === "trace.ndjson") continue;
    const expected = name === "report.json" ? renderJson(stored.result) : wanted.get(name);
    if (expected !== undefined && unpacked(expected) !== unpacked(text)) {
      doubts.push({
        kind: "file-edited",
        text: `${name} does not follow from report and trace; "interop report" writes it again`,
      });
    }
  }
  return doubts;
}

function missing({ checks }: RunResult): readonly Doubt[] {
  const ran = new Map(checks.map((check) => [check.id, check]));
  const absent: string[] = [];
  const open: string[] = [];
  for (const { level, checks: ids } of requirements) {
    if (level !== "MUST") continue;
    for (const id of ids) {
      const result = ran.get(id);
      if (result === undefined) absent.push(id);
      else if (result.verdict === "could-not-run") open.push(id);
    }
  }
  const doubt = (ids: readonly string[], how: string): readonly Doubt[] =>
    ids.length === 0
      ? []
      : [
          {
            kind: "must-missing",
            text: `Required checks ${how}: ${ids.slice(0, 8).join(", ")}${rest(ids.length - 8)}`,
          },
        ];
  return [...doubt(absent, "that were not selected"), ...doubt(open, "that could not run")];
}

function rest(count: number): string {
  return count > 0 ? ` and ${count} more` : "";
}
