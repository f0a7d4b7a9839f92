import { type MatrixRow, survived } from "../../harness/mutation/matrix.js";

export interface Matrix {
  readonly rows: readonly MatrixRow[];
  readonly wallMs: number;
}

/** The kill matrix as `interop mutants --json` prints it. */
export function matrixJson({ rows, wallMs }: Matrix): object {
  const mutants = rows.filter(({ kind }) => kind === "mutant");
  return {
    schema: "interop-conformance/mutants@2",
    mutants: mutants.length,
    killed: mutants.filter(({ kills }) => kills.length > 0).length,
    survived: survived(rows),
    lawful: rows.length - mutants.length,
    mismatches: rows.flatMap((row) => row.mismatches),
    wallMs,
    rows,
  };
}

/** The same as a Markdown table: one line for each kill, with the reason. */
export function matrixMarkdown({ rows }: Matrix): string {
  const lines = rows.flatMap(({ id, mustPass, kills }) =>
    kills.length === 0
      ? [`| \`${id}\` | ${mustPass ? "lawful" : "survived"} | |`]
      : kills.map(({ check, reasons }, at) => `| ${at === 0 ? `\`${id}\`` : ""} | ${check} | ${reasons.join("; ")} |`),
  );
  return ["| mutant | killed at | because of |", "| --- | --- | --- |", ...lines, ""].join("\n");
}

/** For people: kills, survivors, mismatches, and where the time went. */
export function matrixText({ rows, wallMs }: Matrix): string {
  const width = Math.max(0, ...rows.map(({ id }) => id.length));
  const mutants = rows.filter(({ kind }) => kind === "mutant");
  const killed = mutants.filter(({ kills }) => kills.length > 0);
  const alive = survived(rows);
  const slowest = [...rows].sort((one, other) => other.ms - one.ms).slice(0, 5);
  const sum = (of: (row: MatrixRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return [
    ...rows.map((row) => `${row.id.padEnd(width)}  ${outcome(row)}`.trimEnd()),
    "",
    `${mutants.length} mutants, ${killed.length} killed; ${rows.length - mutants.length} lawful variants`,
    `${sum(({ checks }) => checks)} checks run; ${seconds(wallMs)} (${seconds(sum(({ ms }) => ms))} of runs)`,
    `Slowest: ${slowest.map(({ id, ms }) => `${id} ${seconds(ms)}`).join(", ")}`,
    ...(alive.length === 0 ? [] : [`Survived: ${alive.join(", ")}`]),
    ...rows.flatMap(({ id, flaky }) => flaky.map((check) => `Flaky: matched only on a retry: ${id} at ${check}`)),
    ...rows.flatMap((row) =>
      row.mismatches.map(
        ({ variant, check, expected, found }) =>
          `Mismatch: ${variant} at ${check}: expected ${expected}, found ${found}`,
      ),
    ),
    "",
  ].join("\n");
}

function outcome({ mustPass, kills }: MatrixRow): string {
  if (kills.length > 0) return kills.map(({ check }) => check).join(", ");
  return mustPass ? "(lawful)" : "";
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
