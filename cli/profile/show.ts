import { loadProfile } from "../../profiles/load.js";
import { type ProfileValue, valuesOf } from "../../profiles/values.js";
import { hang, oneLine } from "../../reports/text/printable.js";
import { plural } from "../../reports/view/verdict-words.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { terminalOf } from "../terminal.js";
import type { Dependents } from "./dependents.js";

export interface ShowOptions {
  /** Only values that are neither published nor the user's own. */
  readonly assumed?: true;
  readonly json?: true;
}

/** `interop profile`: the values of a profile. */
export async function showProfile(nameOrFile: string, options: ShowOptions, io: Io): Promise<ExitCode> {
  const loaded = await loadProfile(nameOrFile);
  const all = valuesOf(loaded);
  const rows = options.assumed === true ? await assumedRows(all) : all;
  const { name, version } = loaded.profile;
  const { width } = terminalOf(io.stdout, io.env);
  const title =
    options.assumed === true
      ? `Profile ${name}: ${rows.length} of ${plural(all.length, "value")} are not published. If you have Meta's documents, compare these first.`
      : `Profile ${name} ${version}: ${plural(all.length, "value")}`;
  io.stdout.write(
    options.json === true
      ? `${JSON.stringify({ name, version, values: rows }, undefined, 2)}\n`
      : `${[hang("", title, width), ...rows.map((row) => rowText(row, width))].join("\n\n")}\n`,
  );
  return exitCodes.passed;
}

interface Row extends ProfileValue {
  readonly restsOn?: Dependents;
}

async function assumedRows(all: readonly ProfileValue[]): Promise<readonly Row[]> {
  const { dependentsOf } = await import("./dependents.js");
  return all
    .filter(({ grade }) => grade === "observed" || grade === "inferred")
    .map((row) => ({ ...row, restsOn: dependentsOf(row.path) }));
}

function rowText({ path, value, grade, source, restsOn }: Row, width: number): string {
  const lines = [
    hang("", `${path} = ${oneLine(JSON.stringify(value))}`, width),
    hang("  ", `${grade}: ${oneLine(source)}`, width),
  ];
  if (restsOn !== undefined) lines.push(hang("  ", `rests on it: ${dependentsText(restsOn)}`, width));
  return lines.join("\n");
}

function dependentsText({ requirements, checks, gate, note }: Dependents): string {
  if (requirements.length === 0) return `no check. ${note ?? ""}`.trimEnd();
  const which = `${requirements.join(", ")} (${checks.join(", ")})`;
  return gate === undefined ? which : `${which}, and ${gate}`;
}
