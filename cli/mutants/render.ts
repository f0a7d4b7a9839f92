import { type MatrixRow, survivors } from "../../harness/mutation/matrix.js";

export interface Matrix {
  readonly rows: readonly MatrixRow[];
  /** That each could have been run against. */
  readonly checks: number;
  readonly wallMs: number;
}

/** The kill matrix as `interop mutants --json` prints it. */
export function matrixJson({ rows, wallMs }: Matrix): object {
  const mutants = rows.filter(({ kind }) => kind === "mutant");
  return {
    schema: "interop-conformance/mutants@2",
    mutants: mutants.length,
    killed: mutants.length - survivors(rows).length,
    survivors: survivors(rows),
    lawful: rows.length - mutants.length,
    surprises: rows.flatMap((row) => row.surprises),
    wallMs,
    rows,
  };
}

/** The same as a Markdown table: one line for each death, with the reason. */
export function matrixMarkdown({ rows }: Matrix): string {
  const lines = rows.flatMap(({ kind, id, deaths }) =>
    deaths.length === 0
      ? [`| \`${id}\` | ${kind === "lawful" ? "lawful" : "survives"} | |`]
      : deaths.map(({ check, reasons }, at) => `| ${at === 0 ? `\`${id}\`` : ""} | ${check} | ${reasons.join("; ")} |`),
  );
  return ["| mutant | dies at | because of |", "| --- | --- | --- |", ...lines, ""].join("\n");
}

/** For people: deaths, survivors, surprises, and where the time went. */
export function matrixText({ rows, checks, wallMs }: Matrix): string {
  const width = Math.max(0, ...rows.map(({ id }) => id.length));
  const mutants = rows.filter(({ kind }) => kind === "mutant");
  const alive = survivors(rows);
  const found = rows.flatMap((row) => row.surprises);
  const doubtful = rows.filter(({ looks, surprises }) => looks > 1 && surprises.length === 0);
  const slowest = [...rows].sort((one, other) => other.ms - one.ms).slice(0, 5);
  const sum = rows.reduce((total, { ms }) => total + ms, 0);
  const run = rows.reduce((total, row) => total + row.checks, 0);
  return [
    ...rows.map(({ kind, id, deaths }) => `${id.padEnd(width)}  ${outcome(kind, deaths)}`),
    "",
    `${mutants.length} mutants, ${mutants.length - alive.length} killed; ${rows.length - mutants.length} lawful variants`,
    `${run} of ${rows.length * checks} checks driven, the others ask nothing that differs; ${seconds(wallMs)} (${seconds(sum)} of runs)`,
    `Slowest: ${slowest.map(({ id, ms }) => `${id} ${seconds(ms)}`).join(", ")}`,
    ...(alive.length === 0 ? [] : [`Survivors: ${alive.join(", ")}`]),
    ...(doubtful.length === 0 ? [] : [`As promised only at a further look: ${doubtful.map(looked).join(", ")}`]),
    ...found.map(
      ({ specimen, check, wanted, found: was }) => `Surprise: ${specimen} at ${check}: wanted ${wanted}, found ${was}`,
    ),
    "",
  ].join("\n");
}

function outcome(kind: MatrixRow["kind"], deaths: MatrixRow["deaths"]): string {
  if (deaths.length > 0) return deaths.map(({ check }) => check).join(", ");
  return kind === "lawful" ? "(lawful)" : "";
}

function looked({ id, looks }: MatrixRow): string {
  return `${id} (${looks - 1})`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
