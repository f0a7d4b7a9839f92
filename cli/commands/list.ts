import { type Command, Option } from "commander";
import {
  appliesTo,
  documentVersions,
  type Grade,
  grades,
  type Level,
  levels,
} from "../../harness/model/requirement.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";

interface ListOptions {
  readonly level?: Level;
  readonly grade?: Grade;
  readonly document?: string;
  readonly json?: true;
}

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description("Lists checks with the requirement, level and grade that decide their verdicts.")
    .argument("[selector...]", "check id, glob, folder or requirement id; all checks when none is given")
    .addOption(new Option("--level <level>", "only rules of this level").choices(levels))
    .addOption(new Option("--grade <grade>", "only rules of this grade").choices(grades))
    .addOption(
      new Option("--document <version>", "only rules of this version of Meta's document").choices(documentVersions),
    )
    .option("--json", "print a JSON list")
    .addHelpText("after", examples)
    .action(async (selectors: string[], options: ListOptions) => {
      await list(selectors, options, io);
      finish(exitCodes.passed);
    });
}

async function list(
  selectors: readonly string[],
  { json, level, grade, document }: ListOptions,
  { stdout }: Io,
): Promise<void> {
  const { checks, requirements } = await import("../../suites/index.js");
  const { selectChecks } = await import("../../harness/checks/plan.js");
  const { catalogueRows, checkJson } = await import("../catalogue.js");
  const rows = catalogueRows(selectChecks(checks, selectors), requirements).filter(
    ({ requirement }) =>
      (level === undefined || requirement.level === level) &&
      (grade === undefined || requirement.grade === grade) &&
      (document === undefined || appliesTo(requirement, document)),
  );
  if (json === true) {
    stdout.write(`${JSON.stringify(rows.map(checkJson), undefined, 2)}\n`);
    return;
  }
  const width = Math.max(...rows.map(({ check }) => check.id.length));
  const lines = rows.map(({ check, requirement: row }) =>
    `${check.id.padEnd(width)}  ${row.id.padEnd(7)}  ${row.level.padEnd(6)}  ${row.grade.padEnd(9)}  ${check.needs.map((need) => [need].flat().join("|")).join(" ")}`.trimEnd(),
  );
  stdout.write(`${lines.join("\n")}\n`);
}

const examples = `
Columns: check, requirement, level, grade, capabilities that the provider must declare (a|b: one of them).

Examples:
  interop list
  interop list m2-channel
  interop list --level MUST --grade published
  interop list 'm3-messaging/text-*' --json`;
