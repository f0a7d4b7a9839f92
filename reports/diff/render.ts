import { hang, oneLine } from "../text/printable.js";
import { plural, verdictWords } from "../view/verdict-words.js";
import { type ConsoleStyle, paintOf } from "../console/style.js";
import type { CheckChange, Direction, RunDiff } from "./compare.js";

const titles: readonly (readonly [Direction, string])[] = [
  ["worse", "Worse"],
  ["differently", "The same verdict for another reason"],
  ["better", "Better"],
  ["new", "Only in the second run"],
  ["gone", "Only in the first run"],
];

/** The difference of two runs for the console: what got worse first. */
export function renderDiff({ runs, changes, unchanged }: RunDiff, style: ConsoleStyle): string {
  const paint = paintOf(style);
  const lines =
    runs.length === 0 ? [] : [paint.bold("The runs differ in"), ...runs.map((text) => line(text, style)), ""];
  for (const [direction, title] of titles) {
    const found = changes.filter((change) => change.direction === direction);
    if (found.length === 0) continue;
    lines.push(paint.bold(`${title} (${found.length})`));
    for (const change of found) lines.push(...block(change, runs, style));
    lines.push("");
  }
  lines.push(`${plural(unchanged, "check")} unchanged`);
  return `${lines.join("\n")}\n`;
}

function block(change: CheckChange, runs: readonly string[], style: ConsoleStyle): readonly string[] {
  const { id, before, after, why } = change;
  const word = (result: typeof before): string => (result === undefined ? "not run" : verdictWords[result.verdict]);
  const head = line(`${id}: ${word(before)} → ${word(after)}`, style);
  const [finding] = after?.findings ?? [];
  const seen = finding === undefined ? [] : [`${finding.what}: expected ${finding.expected}, found ${finding.actual}`];
  if (after?.cause != null) seen.push(after.cause.message);
  // The differences of the runs are listed at the top.
  const own =
    change.direction === "new" || change.direction === "gone" ? [] : why.filter((text) => !runs.includes(text));
  return [head, ...[...seen, ...own].map((text) => paintOf(style).dim(hang("      ", oneLine(text), style.width)))];
}

function line(text: string, style: ConsoleStyle): string {
  return hang("  ", oneLine(text), style.width);
}
