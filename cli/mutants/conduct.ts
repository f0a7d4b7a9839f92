import { availableParallelism } from "node:os";
import { suggestion } from "../../core/nearest.js";
import type { Check } from "../../harness/model/check.js";
import { judgesOf, namedSpecimens } from "../../harness/mutation/matrix.js";
import { unlimitedReach } from "../../harness/mutation/reach.js";
import type { Specimen } from "../../harness/mutation/specimen.js";
import { selectChecks } from "../../harness/runner/select.js";
import { lawfulIds, loadVariant, mutantIds } from "../../reference-provider/registry.js";
import { systemClock } from "../../runtime/system-clock.js";
import { checks } from "../../suites/index.js";
import { CliError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import type { Examination } from "./orders.js";
import { type Matrix, matrixJson, matrixMarkdown, matrixText } from "./render.js";
import { partsOf } from "./parts.js";
import { profileFor } from "./profile-for.js";
import { differencesOf, measureReach } from "./reach.js";
import { runInProcesses } from "./workers.js";

export interface MutantsOptions {
  /** Ids of mutants and lawful variants; all that the selected checks name when there is none. */
  readonly mutant?: readonly string[];
  readonly jobs?: number;
  /** Each against every check. */
  readonly exhaustive?: true;
  readonly json?: true;
  readonly md?: true;
}

const specimens: readonly Specimen[] = [
  ...mutantIds.map((id): Specimen => ({ kind: "mutant", id })),
  ...lawfulIds.map((id): Specimen => ({ kind: "lawful", id })),
];

/**
 * `interop mutants`: runs the broken siblings of the reference provider and prints which check catches which; and the
 * odd but lawful ones, which none may catch.
 */
export async function conductMutants(selectors: readonly string[], options: MutantsOptions, io: Io): Promise<ExitCode> {
  const judges = selectChecks(checks, selectors);
  const wanted = options.mutant?.map(known) ?? (selectors.length === 0 ? specimens : namedSpecimens(specimens, judges));
  const began = systemClock.monotonic();
  const examinations = await plan(wanted, judges, options);
  const rows = await runInProcesses({
    examinations,
    jobs: options.jobs ?? availableParallelism(),
    onRow: ({ id, ms }) => void io.stderr.write(`${id} ${Math.round(ms)} ms\n`),
  });
  const matrix: Matrix = { rows, checks: judges.length, wallMs: Math.round(systemClock.monotonic() - began) };
  if (options.json === true) io.stdout.write(`${JSON.stringify(matrixJson(matrix), undefined, 2)}\n`);
  else io.stdout.write(options.md === true ? matrixMarkdown(matrix) : matrixText(matrix));
  return rows.some((row) => row.surprises.length > 0) ? exitCodes.failed : exitCodes.passed;
}

async function plan(
  wanted: readonly Specimen[],
  judges: readonly Check[],
  { exhaustive }: MutantsOptions,
): Promise<readonly Examination[]> {
  const reach = exhaustive === true ? unlimitedReach : await measureReach(judges);
  return Promise.all(
    wanted.map(async ({ kind, id }) => {
      const seams = differencesOf(loadVariant(kind, id).overrides);
      const own = judgesOf({ kind, id, seams }, judges, reach, exhaustive);
      return { kind, id, profile: profileFor({ id }, own), parts: partsOf(own) };
    }),
  );
}

function known(wanted: string): Specimen {
  const specimen = specimens.find(({ id }) => id === wanted);
  if (specimen !== undefined) return specimen;
  const near = suggestion(wanted, [...mutantIds, ...lawfulIds]);
  throw new CliError("unknown-id", `Run mutant "${wanted}": there is none of this name${near}`);
}
