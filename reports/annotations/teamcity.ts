import type { Requirement } from "../../harness/model/requirement.js";
import type { CheckResult, RunResult } from "../../harness/model/result.js";
import { oneLine, printable, shorten } from "../text/printable.js";
import { groupBy, mergedFindings } from "../view/groups.js";
import { folderOf } from "../view/milestones.js";
import { rerunCommand } from "../view/run-words.js";

/** Longest text of one value; the reports have all of it. */
const maximumText = 4000;

/**
 * Service messages of TeamCity, which editors of JetBrains read too: a suite for each folder, a test for each check. Each
 * stands on a line of its own.
 */
export function renderTeamcity({ checks, run }: RunResult, requirements: readonly Requirement[]): string {
  const sentences = new Map(requirements.map(({ id, sentence }) => [id, sentence]));
  const suites = [...groupBy(checks, ({ id }) => folderOf(id))].flatMap(([folder, of]) => [
    message("testSuiteStarted", { name: folder }),
    ...of.flatMap((check) => testLines(check, sentences.get(check.requirement) ?? "", rerunCommand(run, [check]))),
    message("testSuiteFinished", { name: folder }),
  ]);
  return [message("testCount", { count: String(checks.length) }), ...suites].map((line) => `${line}\n`).join("");
}

function testLines(check: CheckResult, sentence: string, rerun: string): readonly string[] {
  const name = check.id;
  const outcome = outcomeOf(check, sentence, rerun);
  return [
    message("testStarted", { name, captureStandardOutput: "false" }),
    ...(outcome === undefined ? [] : [outcome]),
    message("testFinished", { name, duration: String(check.durationMs) }),
  ];
}

/** A MUST that could not run fails the build, as in `junit.xml`. */
function outcomeOf(check: CheckResult, sentence: string, rerun: string): string | undefined {
  const { id: name, verdict, cause, findings, requirement, level, hint } = check;
  const [first] = findings;
  const seen = first === undefined ? verdict : `${first.what}: expected ${first.expected}, found ${first.actual}`;
  const why = oneLine(cause?.message ?? seen);
  const isBlocked = verdict === "could-not-run" && level === "MUST";
  if (verdict === "fail" || verdict === "unstable" || isBlocked) {
    const each = mergedFindings(findings).map(
      ({ what, expected, actual }) => `${what}: expected ${expected}, found ${actual}`,
    );
    const details = [`${requirement} (${level}) ${sentence}`, ...each, `Hint: ${hint}`, `Rerun: ${rerun}`].join("\n");
    // Editors show the two values side by side.
    const compared =
      first === undefined ? {} : { type: "comparisonFailure", expected: first.expected, actual: first.actual };
    return message("testFailed", { name, message: why, details: printable(details), ...compared });
  }
  if (verdict === "warn") return message("testStdOut", { name, out: `Warning: ${why}` });
  return verdict === "pass" ? undefined : message("testIgnored", { name, message: why });
}

function message(name: string, values: Readonly<Record<string, string>>): string {
  const attributes = Object.entries(values).map(([key, value]) => ` ${key}='${escaped(value)}'`);
  return `##teamcity[${name}${attributes.join("")}]`;
}

/** Text of a provider can neither end a message nor begin another one. */
function escaped(text: string): string {
  return shorten(printable(text), maximumText)
    .replaceAll(/[|'[\]]/g, "|$&")
    .replaceAll("\n", "|n")
    .replaceAll(/[^\t\u0020-\u007e]/g, (character) => `|0x${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
