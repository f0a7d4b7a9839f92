import { type Command, InvalidArgumentError } from "commander";
import type { UpdateOptions } from "../baseline/update.js";
import type { ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description('Keeps the file of known failures that "interop run --baseline FILE" forgives.')
    .addHelpText("after", examples);
  command
    .command("update")
    .summary("bring the baseline in line with the last report")
    .description(
      "Takes out entries whose check does not fail any more, and adds the failures of the last report.\n" +
        "Entries that stay keep their reason, date and text.",
    )
    .option("--baseline <file>", "the baseline to write", "interop.baseline.yaml")
    .option("--out <dir>", "folder of the last report", "conformance-report")
    .option("--reason <text>", "why the failures that are added may stay for now")
    .option("--expires <date>", "last day of the entries that are added; in 30 days when not given", date)
    .action(async (options: UpdateOptions) => {
      const { updateBaseline } = await import("../baseline/update.js");
      finish(await updateBaseline(options, io));
    });
}

function date(text: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (isDate) return text;
  throw new InvalidArgumentError("Wanted a date such as 2027-01-31.");
}

const examples = `
Examples:
  interop run --baseline interop.baseline.yaml
  interop baseline update --reason "ticket 12, next sprint"
  interop baseline update --reason "waits for the new library" --expires 2027-01-31`;
