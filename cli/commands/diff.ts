import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description("Compares two reports: which verdicts changed, and what may have changed them.")
    .argument("<first>", "folder of a report, or its report.json")
    .argument("<second>", "folder of a later report, or its report.json")
    .option("--json", "print JSON")
    .addHelpText("after", examples)
    .action(async (first: string, second: string, options: { json?: true }) => {
      const { diff } = await import("../diff/diff.js");
      finish(await diff(first, second, options, io));
    });
}

const examples = `
Examples:
  interop diff before conformance-report
  interop diff release-1/report.json release-2/report.json --json

Exit codes: 0 nothing got worse, 1 something did.`;
