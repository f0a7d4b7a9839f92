import { type MatrixRow, survivors } from "../../harness/mutation/matrix.js";

/** The kill matrix as `interop mutants --json` prints it. */
export function matrixJson(rows: readonly MatrixRow[], wallMs: number): object {
  return {
    schema: "interop-conformance/mutants@1",
    mutants: rows.length,
    killed: rows.length - survivors(rows).length,
    survivors: survivors(rows),
    surprises: rows.flatMap((row) => row.surprises),
    wallMs,
    rows,
  };
}

/** The same as a Markdown table: one line for each death, with the reason. */
export function matrixMarkdown(rows: readonly MatrixRow[]): string {
  const lines = rows.flatMap(({ mutant, deaths }) =>
    deaths.length === 0
      ? [`| \`${mutant}\` | survives | |`]
      : deaths.map(
          ({ check, reasons }, at) => `| ${at === 0 ? `\`${mutant}\`` : ""} | ${check} | ${reasons.join("; ")} |`,
        ),
  );
  return ["| mutant | dies at | because of |", "| --- | --- | --- |", ...lines, ""].join("\n");
}

/** For people: deaths, survivors, surprises, and where the time went. */
export function matrixText(rows: readonly MatrixRow[], wallMs: number): string {
  const width = Math.max(...rows.map(({ mutant }) => mutant.length));
  const alive = survivors(rows);
  const found = rows.flatMap((row) => row.surprises);
  const slowest = [...rows].sort((one, other) => other.ms - one.ms).slice(0, 5);
  const sum = rows.reduce((total, { ms }) => total + ms, 0);
  return [
    ...rows.map(({ mutant, deaths }) => `${mutant.padEnd(width)}  ${deaths.map(({ check }) => check).join(", ")}`),
    "",
    `${rows.length} mutants, ${rows.length - alive.length} killed in ${seconds(wallMs)} (${seconds(sum)} of runs)`,
    `Slowest: ${slowest.map(({ mutant, ms }) => `${mutant} ${seconds(ms)}`).join(", ")}`,
    ...(alive.length === 0 ? [] : [`Survivors: ${alive.join(", ")}`]),
    ...found.map(
      ({ mutant, check, wanted, found: was }) => `Surprise: ${mutant} at ${check}: wanted ${wanted}, found ${was}`,
    ),
    "",
  ].join("\n");
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
