import type { LoadedProfile } from "../../profiles/built-in.js";
import { ProfileError, type ProfileProblem } from "../../profiles/errors.js";
import { loadProfileFile } from "../../profiles/load-file.js";
import { differs, type OwnValue, valuesOf } from "../../profiles/values.js";
import { hang, oneLine } from "../../reports/text/printable.js";
import { plural } from "../../reports/view/verdict-words.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { terminalOf } from "../terminal.js";

/** `interop profile check`: what a user's own profile changes, or what is wrong with it. */
export async function checkProfile(file: string, { json }: { readonly json?: true }, io: Io): Promise<ExitCode> {
  const { width } = terminalOf(io.stdout, io.env);
  const reading = await read(file);
  if (!reading.ok) {
    const { problems } = reading;
    const lines = problems.map(({ line, message }) =>
      hang(line === 0 ? "  " : `  line ${line}: `, oneLine(message), width),
    );
    io.stdout.write(
      json === true
        ? `${JSON.stringify({ file, problems }, undefined, 2)}\n`
        : `${oneLine(file)}: ${plural(problems.length, "problem")} to fix\n${lines.join("\n")}\n`,
    );
    return exitCodes.usage;
  }
  const { loaded } = reading;
  io.stdout.write(json === true ? `${JSON.stringify(jsonOf(loaded), undefined, 2)}\n` : textOf(file, loaded, width));
  return exitCodes.passed;
}

type Reading =
  | { readonly ok: true; readonly loaded: LoadedProfile }
  | { readonly ok: false; readonly problems: readonly ProfileProblem[] };

/** @throws ProfileError for a file that cannot be read at all. */
async function read(file: string): Promise<Reading> {
  try {
    return { ok: true, loaded: await loadProfileFile(file) };
  } catch (error) {
    if (error instanceof ProfileError && error.problems.some(({ line }) => line > 0)) {
      return { ok: false, problems: error.problems };
    }
    throw error;
  }
}

function divided(loaded: LoadedProfile): {
  readonly base: string;
  readonly changed: readonly OwnValue[];
  readonly confirmed: readonly OwnValue[];
  readonly assumed: number;
} {
  const values = loaded.own?.values ?? [];
  return {
    base: loaded.own?.base ?? loaded.profile.name,
    changed: values.filter(differs),
    confirmed: values.filter((value) => !differs(value)),
    assumed: valuesOf(loaded).filter(({ grade }) => grade === "observed" || grade === "inferred").length,
  };
}

function jsonOf(loaded: LoadedProfile): object {
  const { name, version } = loaded.profile;
  return { name, version, sha256: loaded.sha256, ...divided(loaded) };
}

function textOf(file: string, loaded: LoadedProfile, width: number): string {
  const { name, version } = loaded.profile;
  const { base, changed, confirmed, assumed } = divided(loaded);
  const rows = (values: readonly OwnValue[], says: (value: OwnValue) => string): readonly string[] =>
    values.map((value) => hang(`  line ${value.line}: `, `${value.path} ${says(value)} [${value.grade}]`, width));
  const blocks = [
    [`Profile ${name} ${version} is valid. Below it: ${base}.`],
    [`Changed (${changed.length})`, ...rows(changed, ({ value, base: old }) => `= ${shown(value)}, was ${shown(old)}`)],
    [`Confirmed, the same as below (${confirmed.length})`, ...rows(confirmed, ({ value }) => `= ${shown(value)}`)],
    [
      hang(
        "",
        `${plural(assumed, "value")} still assumed; to see them: interop profile ${oneLine(file)} --assumed`,
        width,
      ),
    ],
  ];
  return `${blocks
    .filter(([title = ""]) => !title.endsWith("(0)"))
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function shown(value: unknown): string {
  return oneLine(JSON.stringify(value) ?? "absent");
}
