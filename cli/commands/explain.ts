import type { Command } from "commander";
import { type Check, needInWords } from "../../harness/checks/check.js";
import type { FieldReport, Requirement } from "../../harness/model/requirement.js";
import { hang } from "../../reports/text/printable.js";
import { CliError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { terminalOf } from "../terminal.js";

interface ExplainOptions {
  readonly json?: true;
}

export function define(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description("Explains a check or a requirement: what it asks for, where that comes from, and how to meet it.")
    .argument("<id>", "check id or requirement id")
    .option("--json", "print JSON")
    .addHelpText("after", examples)
    .action(async (id: string, options: ExplainOptions) => {
      io.stdout.write(await explain(id, options, terminalOf(io.stdout, io.env).width));
      finish(exitCodes.passed);
    });
}

async function explain(id: string, { json }: ExplainOptions, width: number): Promise<string> {
  const { checks, requirements } = await import("../../suites/index.js");
  const asked = checks.find((check) => check.id === id);
  const wanted = (asked?.requirement ?? id).toLowerCase();
  const requirement = requirements.find((row) => row.id.toLowerCase() === wanted);
  if (requirement === undefined) throw await unknownId(id, checks, requirements);
  const { fieldReports } = await import("../../suites/gen/field-reports.js");
  const reportsOf = (check: Check): readonly FieldReport[] =>
    fieldReports.filter(({ checks: of }) => of.includes(check.id));
  const explained = asked === undefined ? checks.filter((check) => check.requirement === requirement.id) : [asked];
  if (json === true) {
    const { checkJson } = await import("../catalogue.js");
    const rows = explained.map((check) => ({
      ...checkJson({ check, requirement }),
      fieldReports: reportsOf(check).map(({ id: report, source, fault }) => ({ id: report, source, fault })),
    }));
    return `${JSON.stringify({ ...requirement, checks: rows }, undefined, 2)}\n`;
  }
  return `${[requirementText(requirement, width), ...explained.map((check) => checkText(check, reportsOf(check), width))].join("\n\n")}\n`;
}

async function unknownId(
  id: string,
  checks: readonly Check[],
  requirements: readonly Requirement[],
): Promise<CliError> {
  const { nearest } = await import("../../core/nearest.js");
  const near = nearest(id, [...checks.map((check) => check.id), ...requirements.map((row) => row.id)]);
  const guess = near.length === 0 ? "" : `; did you mean ${near.join(" or ")}?`;
  if (checks.some((check) => check.id.startsWith(`${id.replace(/\/$/, "")}/`))) {
    return new CliError(
      "unknown-id",
      `Explaining "${id}": found a folder; wanted the id of a check or requirement; "interop list ${id}" prints those in it`,
    );
  }
  return new CliError(
    "unknown-id",
    `Explaining "${id}": found no such check or requirement; wanted an id that "interop list" prints${guess}`,
  );
}

function requirementText(row: Requirement, width: number): string {
  const field = fieldFor(width);
  const lines = [
    `${row.id}  ${row.level}, ${row.grade}`,
    field("", row.sentence),
    "",
    field("source", `${row.source} (since ${row.since})`),
  ];
  if (row.grade === "inferred") lines.push(field("", "Inferred: a failed check of this rule is at most a warning."));
  if (row.excluded !== undefined) lines.push(field("no check", row.excluded));
  return lines.join("\n");
}

function checkText(check: Check, reports: readonly FieldReport[], width: number): string {
  const field = fieldFor(width);
  const mutants = Object.entries(check.mutants).map(([id, what]) => `${id} (${what})`);
  const lines = [check.id, field("hint", check.hint)];
  if (check.needs.length > 0) lines.push(field("needs", check.needs.map(needInWords).join(", ")));
  if (mutants.length > 0) lines.push(field("catches", mutants.join(", ")));
  if (check.lawful.length > 0) lines.push(field("allows", check.lawful.join(", ")));
  for (const [at, { source, fault }] of reports.entries()) {
    lines.push(field(at === 0 ? "seen" : "", `${source}: ${fault}`));
  }
  lines.push(field("driven in", check.scenario.id), field("version", String(check.version)));
  if (check.timeBound !== undefined)
    lines.push(field("in time", `${check.timeBound}; on a busy machine it could not run`));
  const { slow } = check.scenario;
  if (slow !== undefined) lines.push(field("slow", `${slow}, so it is driven with --slow only`));
  lines.push(field("run it", `interop run ${check.id}${slow === undefined ? "" : " --slow"}`));
  return lines.join("\n");
}

function fieldFor(width: number): (name: string, text: string) => string {
  return (name, text) => hang(`  ${name.padEnd(10)}`, text, width);
}

const examples = `
"catches" names deliberate defects of the reference provider that this check must find, each with the comparison that
finds it; "allows" names unusual but lawful providers that must pass; "seen" names public reports of real
implementations that had such a fault.

Examples:
  interop explain m2-channel/keep-alive
  interop explain M2-05`;
