import type { Command } from "commander";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import type { ReportOptions } from "../report/report.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description("Writes the files of a report anew from its report.json and trace.ndjson.")
    .argument("<dir>", "folder of the report")
    .option("--out <dir>", "write into this folder instead")
    .option("--allure <dir>", "also render the results with Allure into this folder (needs Java)")
    .addHelpText("after", examples)
    .action(async (dir: string, options: ReportOptions) => {
      const { report } = await import("../report/report.js");
      finish(await report(dir, options, io));
    });
}

const examples = `
Verdicts are taken over as they are; "interop replay" judges anew, "interop verify" compares the two.

Examples:
  interop report conformance-report
  interop report from-a-colleague --out readable
  interop report conformance-report --allure allure-report`;
