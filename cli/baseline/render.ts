import { hang, oneLine } from "../../reports/text/printable.js";
import { type ConsoleStyle, paintOf } from "../../reports/index.js";
import { verdictWords } from "../../reports/view/verdict-words.js";
import type { BaselineRow, Comparison, Standing } from "./compare.js";

const titles: readonly (readonly [Standing, string])[] = [
  ["known", "Known failures, forgiven by the baseline"],
  ["different", "Known to fail, but not like this"],
  ["expired", "Expired entries of the baseline"],
  ["stale", "Stale entries of the baseline: take them out"],
  ["not-run", "Entries of the baseline whose check was not run"],
];

/** What the baseline made of the run, for the console. */
export function renderComparison({ rows, news }: Comparison, style: ConsoleStyle): string {
  const paint = paintOf(style);
  const lines: string[] = [];
  for (const [standing, title] of titles) {
    const found = rows.filter((row) => row.standing === standing);
    if (found.length > 0) lines.push("", paint.bold(`${title} (${found.length})`));
    for (const row of found) lines.push(hang("  ", oneLine(`${row.entry.check}: ${why(row)}`), style.width));
  }
  const unknown = news.filter(({ id }) => !rows.some(({ entry }) => entry.check === id));
  if (unknown.length > 0) lines.push("", paint.bold(`Failures that the baseline does not know (${unknown.length})`));
  for (const { id, verdict } of unknown) lines.push(`  ${id}: ${verdictWords[verdict]}`);
  return `${lines.join("\n")}\n`;
}

function why({ entry, standing, result }: BaselineRow): string {
  switch (standing) {
    case "known":
      return `${entry.reason} (until ${entry.expires})`;
    case "expired":
      return `expired on ${entry.expires}: ${entry.reason}`;
    case "different":
      return `wanted "${entry.text ?? ""}" in the failure`;
    case "stale":
      return `now ${verdictWords[result?.verdict ?? "pass"]}`;
    case "not-run":
      return "not selected";
  }
}
