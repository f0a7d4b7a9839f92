import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import type { MergeOptions } from "../merge/merge.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description('Makes one report of the parts that "interop run --shard i/n" wrote.')
    .argument("<dir...>", "folders of the parts")
    .option("--out <dir>", "folder for the report", "conformance-report")
    .option("--json", "print report.json to stdout, and everything else to stderr")
    .addHelpText("after", examples)
    .action(async (folders: string[], options: MergeOptions) => {
      const { merge } = await import("../merge/merge.js");
      finish(await merge(folders, options, io));
    });
}

const examples = `
The parts must be of one provider, profile and harness, without a check in common, and verify.

Examples:
  interop run --shard 1/2 --out part-1 & interop run --shard 2/2 --out part-2 & wait
  interop merge part-1 part-2`;
