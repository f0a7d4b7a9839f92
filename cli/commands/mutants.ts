import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.js";
import { jobs } from "../jobs.js";
import type { MutantsOptions } from "../mutants/conduct.js";

export function define(command: Command, finish: (code: ExitCode) => void): void {
  command
    .description(
      "Runs the broken siblings of the reference provider, each with one defect, and prints which check catches which;\n" +
        "and its lawful variants, which none may catch. Ends with exit code 1 when a mutant dies where no check says so\n" +
        "or lives where one does, or a lawful variant fails.",
    )
    .argument("[selector...]", "check id, glob, folder or requirement id; all checks when none is given")
    .option(
      "--mutant <id...>",
      "only these mutants or lawful variants; those that the selected checks name when none is given",
    )
    .option("--jobs <number>", "processors to use; all when not given", jobs)
    .option("--exhaustive", "run each against every check, also where it cannot differ from the conformant provider")
    .option("--json", "print the matrix as JSON")
    .option("--md", "print the matrix as a Markdown table")
    .addHelpText("after", examples)
    .action(async (selectors: string[], options: MutantsOptions) => {
      const { conductMutants } = await import("../mutants/conduct.js");
      finish(await conductMutants(selectors, options));
    });
}

const examples = `
Examples:
  interop mutants
  interop mutants m2-channel --md
  interop mutants --mutant always-pkmsg never-pings --json`;
