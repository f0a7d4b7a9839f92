import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { jobs } from "../jobs.js";
import type { MutantsOptions } from "../mutants/conduct.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description(
      "Runs the broken siblings of the reference provider, each with one defect, and prints which check catches which; " +
        "and its lawful variants, which none may catch.\nEnds with exit code 1 when a mutant dies where no check says so, " +
        "or lives where one does, or a lawful variant fails.",
    )
    .argument("[selector...]", "check id, glob, folder or requirement id; all checks when none is given")
    .option(
      "--mutant <id...>",
      "only these mutants or lawful variants; those that the selected checks name when none is given",
    )
    .option("--jobs <number>", "processes to run side by side; one for each processor when not given", jobs)
    .option(
      "--exhaustive",
      "run each against every check, also where it cannot differ from the conformant provider; checks of real time and of much data only where they name it",
    )
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
  interop mutants --mutant always-pkmsg never-pings --json

All of them take minutes. Progress goes to stderr, the matrix to stdout. What surprises is run again,
alone, before it counts. All words after --mutant are ids; put selectors before it.`;
