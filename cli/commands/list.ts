import type { Command } from "commander";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";

interface ListOptions {
  readonly json?: true;
}

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description("Lists checks with the requirement, level and grade that decide their verdicts.")
    .argument("[selector...]", "check id, glob, folder or requirement id; all checks when none is given")
    .option("--json", "print a JSON list")
    .addHelpText("after", examples)
    .action(async (selectors: string[], options: ListOptions) => {
      await list(selectors, options, io);
      finish(exitCodes.passed);
    });
}

async function list(selectors: readonly string[], { json }: ListOptions, { stdout }: Io): Promise<void> {
  const { checks, requirements } = await import("../../suites/index.js");
  const { selectChecks } = await import("../../harness/checks/plan.js");
  const { catalogueRows, checkJson } = await import("../catalogue.js");
  const rows = catalogueRows(selectChecks(checks, selectors), requirements);
  if (json === true) {
    stdout.write(`${JSON.stringify(rows.map(checkJson), undefined, 2)}\n`);
    return;
  }
  const width = Math.max(...rows.map(({ check }) => check.id.length));
  const lines = rows.map(({ check, requirement: { id, level, grade } }) =>
    `${check.id.padEnd(width)}  ${id.padEnd(7)}  ${level.padEnd(6)}  ${grade.padEnd(9)}  ${check.needs.map((need) => [need].flat().join("|")).join(" ")}`.trimEnd(),
  );
  stdout.write(`${lines.join("\n")}\n`);
}

const examples = `
Columns: check, requirement, level, grade, capabilities that the provider must declare (a|b: one of them).

Examples:
  interop list
  interop list m2-channel
  interop list 'm3-messaging/text-*' --json`;
