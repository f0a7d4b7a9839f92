import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { jobs } from "../jobs.js";
import type { MutantsOptions } from "../mutants/conduct.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description(
      "Runs mutants of the reference provider, each with one defect, and its lawful variants, and prints which check kills which " +
        "mutant.\nEach runs against the checks that name it. Ends with exit code 1 at a mismatch: a check does not kill a mutant " +
        "that it names, or kills another one, or a lawful variant fails.",
    )
    .argument("[selector...]", "check id, glob, folder or requirement id (default: all checks)")
    .option("--mutant <id...>", "only these mutants or lawful variants (default: all that the selected checks name)")
    .option("--profile <name|file>", "profile for checks that need no other one (default: whatsapp)")
    .option("--jobs <number>", "processes to run side by side (default: one for each processor)", jobs)
    .option(
      "--exhaustive",
      "run each also against other checks whose scenario it can change, except those of real time or of much data",
    )
    .option("--no-reach", "with --exhaustive: also against checks whose scenario it cannot change")
    .option("--json", "print the matrix as JSON")
    .option("--md", "print the matrix as a Markdown table")
    .addHelpText("after", examples)
    .action(async (selectors: string[], options: MutantsOptions) => {
      const { conductMutants } = await import("../mutants/conduct.js");
      finish(await conductMutants(selectors, options, io));
    });
}

const examples = `
Examples:
  interop mutants
  interop mutants m2-channel --md
  interop mutants --profile whatsapp-lid groups
  interop mutants --mutant always-pkmsg never-pings --json

All of them take a minute or two, with --exhaustive several. Progress goes to stderr, the matrix to
stdout. A mismatch is retried up to three times before it counts. A mutant that no selected check
names runs as with --exhaustive. All words after --mutant are ids: put selectors before it.`;
