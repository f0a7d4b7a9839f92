import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import type { ReplayOptions } from "../replay/replay.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description("Judges a stored trace again with the checks of this version: no provider, no network.")
    .argument("<trace>", "trace.ndjson of an earlier run")
    .option("--out <dir>", "also write a report of the new verdicts into this folder")
    .option("--json", "print report.json to stdout, and everything else to stderr")
    .addHelpText("after", examples)
    .action(async (file: string, options: ReplayOptions) => {
      const { replay } = await import("../replay/replay.js");
      finish(await replay(file, options, io));
    });
}

const examples = `
Examples:
  interop replay conformance-report/trace.ndjson
  interop replay trace-of-a-colleague.ndjson --out replayed`;
