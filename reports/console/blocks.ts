import type { Requirement } from "../../harness/model/requirement.js";
import type { CheckResult, RunInfo } from "../../harness/model/result.js";
import type { Cause } from "../../harness/model/trace.js";
import { hang, oneLine, printable, shorten } from "../text/printable.js";
import {
  type MergedFinding,
  mergedFindings,
  placesText,
  type ResultGroup,
  type UndeclaredGroup,
} from "../view/groups.js";
import { folderOf } from "../view/milestones.js";
import { rerunCommand } from "../view/run-words.js";
import { plural, verdictWords } from "../view/verdict-words.js";
import { type ConsoleStyle, paintOf, verdictPaint } from "./style.js";

/** More findings of one check are only counted; the HTML report has all of them. */
const maximumFindings = 4;

/** One root cause: the requirements it breaks, what was seen, what to do, how to run it again. */
export function findingBlock(
  group: ResultGroup,
  run: RunInfo,
  sentenceOf: (requirement: string) => Requirement | undefined,
  style: ConsoleStyle,
): string {
  const paint = paintOf(style);
  const lines: string[] = [];
  for (const result of group) {
    const word = verdictPaint(paint, result.verdict)(verdictWords[result.verdict].toUpperCase());
    const founded = paint.dim(`${result.level}, ${result.grade}`);
    lines.push(`  ${word} ${paint.bold(result.requirement)}  ${founded}`);
    const sentence = sentenceOf(result.requirement)?.sentence;
    if (sentence !== undefined) lines.push(hang("    ", printable(sentence), style.width));
  }
  const [first] = group;
  lines.push(...causeLines(first.cause, style));
  const findings = mergedFindings(first.findings);
  for (const finding of findings.slice(0, maximumFindings)) lines.push(...findingLines(finding, style));
  const left = findings.length - maximumFindings;
  if (left > 0) lines.push(`    and ${left} more of this check`);
  for (const hint of new Set(group.map((result) => result.hint))) {
    if (hint !== "") lines.push(hang(label("hint"), printable(hint), style.width));
  }
  lines.push(`${label("rerun")}${paint.cyan(rerunCommand(run, group))}`);
  return lines.join("\n");
}

/** The harness's own judgement first, then the words of the driver. */
export function causeLines(cause: Cause | null, style: ConsoleStyle): readonly string[] {
  if (cause === null) return [];
  const { message, code, entry, said } = cause;
  const at = entry === undefined ? "" : `, frame ${entry}`;
  const lines = [hang(label("cause"), `${shorten(printable(message), 900)} [${oneLine(code)}${at}]`, style.width)];
  if (said !== undefined) lines.push(hang(label("driver"), shorten(printable(said.message), 300), style.width));
  return lines;
}

function findingLines(finding: MergedFinding, style: ConsoleStyle): readonly string[] {
  const row = (name: string, text: string): string => hang(label(name), shorten(printable(text), 600), style.width);
  const lines = [row("what", finding.what), row("expected", finding.expected), row("actual", finding.actual)];
  if (finding.at.length > 0) lines.push(row("at", placesText(finding.at)));
  return lines;
}

function label(name: string): string {
  return `    ${name.padEnd(10)}`;
}

/**
 * One block for each mandatory capability that the provider does not declare.
 *
 * @param said Capabilities that an earlier section named; further checks that need them are only counted.
 */
export function undeclaredBlocks(
  groups: readonly UndeclaredGroup[],
  said: ReadonlySet<string>,
  style: ConsoleStyle,
): readonly string[] {
  const again = groups.filter(({ capability }) => said.has(capability)).flatMap(({ results }) => results);
  const blocks = groups.filter(({ capability }) => !said.has(capability)).map((group) => block(group, style));
  const [first] = again;
  if (first === undefined) return blocks;
  const sentence = `${plural(again.length, "check")} that need${again.length === 1 ? "s" : ""} a capability named above`;
  return [...blocks, headed(first.verdict, sentence, style)];
}

function block({ capability, results }: UndeclaredGroup, style: ConsoleStyle): string {
  const sentence = `"${oneLine(capability)}" is not declared, and the profile makes it mandatory`;
  const which = hang("    ", `${plural(results.length, "check")}: ${whichOf(results)}`, style.width);
  return `${headed(results[0].verdict, sentence, style)}\n${paintOf(style).dim(which)}`;
}

function headed(verdict: UndeclaredGroup["results"][0]["verdict"], sentence: string, style: ConsoleStyle): string {
  const word = verdictWords[verdict].toUpperCase();
  return hang(`  ${word} `, sentence, style.width).replace(word, verdictPaint(paintOf(style), verdict)(word));
}

const fewIds = 8;

/** The ids if they are few, else how many in which suite. The other reports have all of them. */
export function whichOf(results: readonly Pick<CheckResult, "id">[]): string {
  if (results.length <= fewIds) return results.map(({ id }) => id).join(", ");
  const perSuite = new Map<string, number>();
  for (const { id } of results) perSuite.set(folderOf(id), (perSuite.get(folderOf(id)) ?? 0) + 1);
  return [...perSuite].map(([suite, count]) => `${count} in ${suite}`).join(", ");
}
