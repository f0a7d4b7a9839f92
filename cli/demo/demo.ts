import { join } from "node:path";
import type { RunResult } from "../../harness/model/result.js";
import { loadProfile } from "../../profiles/load.js";
import { paintOf, renderConsole } from "../../reports/index.js";
import { countsOf, duration, outcomeWords, verdictWords } from "../../reports/view/verdict-words.js";
import { checks as allChecks, requirements } from "../../suites/index.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { outputFolder } from "../output-folder.js";
import { usual } from "../provider-options.js";
import { ownCommand } from "../run/identity.js";
import { runOnce } from "../run/once.js";
import { referenceCommand } from "../run/provider-transport.js";
import { recordingOf } from "../recording.js";
import { type Terminal, terminalOf } from "../terminal.js";

export interface DemoOptions {
  readonly out: string;
}

/** A defect that is easily made, found by one check, and plain to see in its transcript. */
const mutant = "skips-root-check";
const whatIsBroken = "logs in to servers that did not prove who they are";

/** Those of real time and of large files would make the demonstration twice as long, and depend on how busy the machine is. */
const checks = allChecks.filter(({ needs, scenario }) => !needs.includes("timing") && scenario.heavy !== true);
/** Both providers are ours, and can be started twice. */
const jobs = 2;

interface Side {
  readonly title: string;
  readonly folder: string;
  readonly result: RunResult;
}

/** `interop demo`: a good and a broken provider, each with its report. Ends with 0 when the defect was found. */
export async function demo({ out }: DemoOptions, io: Io): Promise<ExitCode> {
  const terminal = terminalOf(io.stdout, io.env);
  await outputFolder(out, "the reports");
  const command = referenceCommand(io, "--mutant", mutant);
  const good = await run("A provider that conforms", join(out, "good"), undefined, terminal, io);
  const broken = await run(`The same, but it ${whatIsBroken}`, join(out, "broken"), command, terminal, io);
  terminal.write(renderConsole(broken.result, requirements, terminal));
  terminal.write(comparison([good, broken], terminal, io));
  const found = good.result.summary.outcome === "passed" && broken.result.summary.outcome === "failed";
  return found ? exitCodes.passed : exitCodes.failed;
}

async function run(
  title: string,
  folder: string,
  provider: string | undefined,
  terminal: Terminal,
  io: Io,
): Promise<Side> {
  terminal.write(`${title}: running ${checks.length} checks\n`);
  const options = { selectors: [], out: folder, jobs, ...usual, ...(provider && { provider }) };
  const loaded = await loadProfile(options.profile);
  // On a terminal the progress is worth seeing; a log needs no line for every check of a demonstration.
  const quiet = recordingOf({ colour: false, live: false, width: 100, write: () => undefined });
  const { result } = await runOnce({ io, options, loaded, checks, terminal: quiet, baseline: undefined });
  return { title, folder, result };
}

function comparison(sides: readonly Side[], terminal: Terminal, io: Io): string {
  const paint = paintOf(terminal);
  const blocks = sides.map(({ title, folder, result: { summary, run: info } }) => {
    const counts = countsOf(summary).map(({ verdict, count }) => `${count} ${verdictWords[verdict]}`);
    const all = summary.outcome === "passed" && summary.couldNotRun === 0;
    const word = all ? paint.green : summary.outcome === "passed" ? paint.yellow : paint.red;
    const said = summary.outcome === "passed" && !all ? outcomeWords.incomplete : outcomeWords[summary.outcome];
    return [
      paint.bold(title),
      `  ${word(said)}: ${counts.join(", ")}, in ${duration(info.durationMs)}`,
      `  ${join(folder, "report.html")}`,
    ].join("\n");
  });
  const next = `Next: ${ownCommand(io)} init --language python writes a driver for your own provider`;
  return `\n${blocks.join("\n\n")}\n\n${next}\n`;
}
