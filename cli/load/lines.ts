import { counts, type Latency, latencies } from "../../load/figures.js";
import type { LoadReport } from "../../load/report.js";
import { oneLine } from "../../reports/text/printable.js";

/** What the terminal shows of a load at its end. */
export function loadLines(report: LoadReport): string {
  const { plan, provider, outcome, causes, thresholds, findings } = report;
  const { users, perSecond, seconds, shape } = plan;
  const planned = `${users} users, ${Number(perSecond.toFixed(3))}/s ${shape} for ${seconds} s`;
  const lines = [
    "",
    `${oneLine(`${provider.name} ${provider.version}`)}: ${planned}`,
    "",
    row("ms", "count", "p50", "p90", "p99", "max"),
    ...(Object.keys(latencies) as readonly Latency[])
      .filter((name) => report.latencies[name].count > 0)
      .map((name) => {
        const { count, p50, p90, p99, max } = report.latencies[name];
        return row(name, String(count), ...[p50, p90, p99, max].map((ms) => ms.toFixed(1)));
      }),
    "",
    Object.keys(counts)
      .map((name) => `${report.counts[name as keyof typeof counts]} ${name}`)
      .join(", "),
    ...Object.entries({ ...report.errors, ...report.violations }).map(
      ([cause, count]) => `  ${count} × ${oneLine(cause)}`,
    ),
    ...findings.map(({ kind, message }) => `  ${kind}: ${oneLine(message)}`),
    "",
    ...thresholds.map(({ text, found, held }) => `${held ? "held" : "BROKEN"}  ${text}  found ${shown(found)}`),
    ...causes.map((cause) => `could not run: ${cause}`),
    `\nLoad ${outcome}`,
  ];
  return `${lines.join("\n")}\n`;
}

function row(name: string, ...cells: readonly string[]): string {
  return name.padEnd(8) + cells.map((cell) => cell.padStart(10)).join("");
}

function shown(found: number | undefined): string {
  return found === undefined ? "no measurement" : String(found);
}
