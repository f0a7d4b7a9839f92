import { existsSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { stringify } from "yaml";
import { systemClock } from "../../runtime/system-clock.js";
import { checks } from "../../suites/index.js";
import { CliError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { readReportFile } from "../report-folder.js";
import { terminalOf } from "../terminal.js";
import { isOpen } from "./compare.js";
import { type Baseline, type BaselineEntry, readBaseline } from "./read.js";
import { today } from "./today.js";

export interface UpdateOptions {
  readonly baseline: string;
  readonly out: string;
  readonly reason?: string;
  readonly expires?: string;
}

const expiresAfterDays = 30;
const dayMs = 86_400_000;

/**
 * `interop baseline update`: entries that went stale leave, failures without an entry enter with `--reason`. Reasons,
 * dates and texts that were there stay.
 */
export async function updateBaseline(options: UpdateOptions, io: Io): Promise<ExitCode> {
  const report = await readReportFile(options.out, 'run "interop run" first');
  const old = await oldEntries(options.baseline);
  const ran = new Map(report.checks.map((result) => [result.id, result]));
  const kept = old.filter(({ check }) => {
    const result = ran.get(check);
    return result === undefined || isOpen(result);
  });
  const news = report.checks.filter((result) => isOpen(result) && !old.some(({ check }) => check === result.id));
  const added = news.map((result) => entryFor(result.id, options));
  const next: Baseline = { baseline: 1, expected: [...kept, ...added] };
  await writeWhole(options.baseline, `${heading}${stringify(next, { lineWidth: 100 })}`);
  terminalOf(io.stdout, io.env).write(
    `${options.baseline}: ${kept.length} kept, ${added.length} added, ${old.length - kept.length} taken out\n`,
  );
  return exitCodes.passed;
}

async function oldEntries(file: string): Promise<readonly BaselineEntry[]> {
  if (!existsSync(file)) return [];
  const ids = checks.map(({ id }) => id);
  return (await readBaseline(file, ids)).expected;
}

function entryFor(check: string, { reason, expires }: UpdateOptions): BaselineEntry {
  if (reason === undefined) {
    throw new CliError(
      "bad-option-value",
      `Adding ${check} to the baseline: found no --reason; wanted why it may fail for now, for example --reason "ticket 12"`,
    );
  }
  return { check, reason, expires: expires ?? today(systemClock, expiresAfterDays * dayMs) };
}

async function writeWhole(file: string, text: string): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`;
  await writeFile(unfinished, text);
  await rename(unfinished, file);
}

const heading = `# Failures that are known and may stay for now: see docs/baseline.md.
# Written by "interop baseline update"; reasons, dates and texts are yours to edit.
`;
