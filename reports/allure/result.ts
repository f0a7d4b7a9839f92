import { createHash } from "node:crypto";
import { LabelName, Severity, Stage, Status, type TestResult } from "allure-js-commons";
import { createTestResult } from "allure-js-commons/sdk/reporter";
import type { Level, Requirement } from "../../harness/model/requirement.js";
import type { CheckResult, RunInfo, Verdict } from "../../harness/model/result.js";
import { shorten } from "../text/printable.js";
import { folderOf, milestoneOf, milestones } from "../view/milestones.js";
import { rerunCommand } from "../view/run-words.js";
import { verdictWords } from "../view/verdict-words.js";

const statuses: Readonly<Record<Verdict, Status>> = {
  pass: Status.PASSED,
  warn: Status.PASSED,
  fail: Status.FAILED,
  unstable: Status.FAILED,
  "could-not-run": Status.BROKEN,
  "not-applicable": Status.SKIPPED,
  review: Status.SKIPPED,
};

const severities: Readonly<Record<Level, Severity>> = {
  MUST: Severity.CRITICAL,
  SHOULD: Severity.NORMAL,
  MAY: Severity.MINOR,
};

export interface ResultInput {
  readonly check: CheckResult;
  readonly requirement: Requirement | undefined;
  readonly run: RunInfo;
  /** File of the scenario's transcript; undefined when nothing was recorded. */
  readonly transcript: string | undefined;
}

/** One check as Allure knows tests: epic is the milestone, feature the folder of checks, story the requirement. */
export function allureResult({ check, requirement, run, transcript }: ResultInput): TestResult {
  const start = Date.parse(run.startedAt);
  const label = (name: string, value: string): TestResult["labels"][number] => ({ name, value });
  return {
    ...createTestResult(uuidOf(`${run.id} ${check.id}`), digest(check.id)),
    testCaseId: digest(check.id),
    fullName: check.id,
    name: check.id,
    status: statuses[check.verdict],
    statusDetails: details(check, run),
    stage: Stage.FINISHED,
    start,
    stop: start + check.durationMs,
    description: description(check, requirement),
    steps: check.findings.map(({ what, expected, actual, at }) => ({
      name: `${what}${at === "" ? "" : ` (${at})`}`,
      status: statuses[check.verdict],
      statusDetails: { message: `Expected ${shorten(expected, 500)}, found ${shorten(actual, 500)}` },
      stage: Stage.FINISHED,
      steps: [],
      attachments: [],
      parameters: [
        { name: "expected", value: shorten(expected, 500) },
        { name: "actual", value: shorten(actual, 500) },
      ],
      start,
      stop: start,
    })),
    labels: [
      label(LabelName.EPIC, milestoneTitle(check.requirement)),
      label(LabelName.FEATURE, folderOf(check.id)),
      label(LabelName.STORY, `${check.requirement} ${requirement?.sentence ?? ""}`.trim()),
      label(LabelName.PARENT_SUITE, folderOf(check.id)),
      label(LabelName.SUITE, check.requirement),
      label(LabelName.SEVERITY, severities[check.level]),
      label(LabelName.TAG, check.grade),
      label(LabelName.TAG, verdictWords[check.verdict]),
      ...(check.byHand === true ? [label(LabelName.TAG, "rests on a person's answer")] : []),
      label(LabelName.FRAMEWORK, "interop-conformance"),
    ],
    links: [{ name: check.requirement, type: "tms", url: requirementLink(check.requirement) }],
    parameters: [
      { name: "seed", value: run.seed, excluded: true },
      { name: "version", value: String(check.version), excluded: true },
    ],
    attachments:
      transcript === undefined
        ? []
        : [{ name: `Transcript of ${check.scenario}`, source: transcript, type: "text/plain" }],
  };
}

/** Where the requirement is explained, relative to the repository. */
function requirementLink(id: string): string {
  return `docs/requirements.md#${id.toLowerCase().replaceAll(".", "")}`;
}

function milestoneTitle(requirement: string): string {
  const id = milestoneOf(requirement);
  const title = milestones.find((milestone) => milestone.id === id)?.title;
  return title === undefined ? id : `${id} ${title}`;
}

function details(check: CheckResult, run: RunInfo): TestResult["statusDetails"] {
  const [first] = check.findings;
  const cause = check.cause === null ? undefined : `${check.cause.message} [${check.cause.code}]`;
  if (first === undefined || check.verdict === "unstable")
    return cause === undefined ? {} : { message: shorten(cause, 1000) };
  return {
    message: shorten(cause ?? `${first.what}: expected ${first.expected}, found ${first.actual}`, 1000),
    expected: shorten(first.expected, 1000),
    actual: shorten(first.actual, 1000),
    trace: `Hint: ${check.hint}\nRun again: ${rerunCommand(run, [check])}`,
  };
}

/** Markdown without text of a run: sentence, source and hint are ours. */
function description(check: CheckResult, requirement: Requirement | undefined): string {
  const rows = [`**${check.requirement}** (${check.level}, ${check.grade}): ${requirement?.sentence ?? ""}`];
  if (requirement !== undefined) rows.push(`Source: ${requirement.source}`);
  if (check.verdict !== "pass") rows.push(`What to do: ${check.hint}`);
  return rows.join("\n\n");
}

/** Allure keeps histories under MD5 digests. */
function digest(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

/** The same for the same run and check, so that rendering twice gives the same files. */
export function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
