import type { Requirement } from "../../harness/model/requirement.js";
import type { RunInfo } from "../../harness/model/result.js";
import { printable, shorten } from "../text/printable.js";
import { hang } from "../text/wrap.js";
import type { ResultGroup } from "../view/groups.js";
import { type MergedFinding, mergedFindings, placesText } from "../view/merged-findings.js";
import { rerunCommand } from "../view/rerun.js";
import { type ConsoleStyle, paintOf, verdictPaint } from "./style.js";
import { verdictWords } from "../view/verdict-words.js";

/** Findings of one check beyond these are counted only; the HTML report has them all. */
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

function findingLines(finding: MergedFinding, style: ConsoleStyle): readonly string[] {
  const row = (name: string, text: string): string => hang(label(name), shorten(printable(text), 600), style.width);
  const lines = [row("what", finding.what), row("expected", finding.expected), row("actual", finding.actual)];
  if (finding.at.length > 0) lines.push(row("at", placesText(finding.at)));
  return lines;
}

function label(name: string): string {
  return `    ${name.padEnd(10)}`;
}
