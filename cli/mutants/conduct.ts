import { availableParallelism } from "node:os";
import { suggestion } from "../../core/nearest.js";
import type { Check } from "../../harness/checks/check.js";
import { planScenarios, selectChecks } from "../../harness/checks/plan.js";
import { judgesOf, type MatrixRow, names, type ProviderVariant } from "../../harness/mutation/matrix.js";
import { loadProfile } from "../../profiles/load.js";
import { seamsOf } from "../../reference-provider/behaviour/variant.js";
import { lawfulIds, loadVariant, mutantIds } from "../../reference-provider/registry.js";
import { systemClock } from "../../runtime/system-clock.js";
import { checks as allChecks } from "../../suites/index.js";
import { CliError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Io } from "../io.js";
import { runInProcesses } from "./processes.js";
import { measureReach } from "./reach.js";
import { type Matrix, matrixJson, matrixMarkdown, matrixText } from "./render.js";
import { type Order, runMatrix } from "./run-matrix.js";

export interface MutantsOptions {
  /** Ids of mutants and lawful variants (default: those that the selected checks name; with `exhaustive`, all). */
  readonly mutant?: readonly string[];
  readonly jobs?: number;
  /** Name or file of the profile (default: `whatsapp`). */
  readonly profile?: string;
  /** Each also against the checks that do not name it. */
  readonly exhaustive?: true;
  /** False: also against those whose scenario it cannot change. */
  readonly reach: boolean;
  readonly json?: true;
  readonly md?: true;
}

const variants: readonly ProviderVariant[] = [
  ...mutantIds.map((id): ProviderVariant => ({ kind: "mutant", id })),
  ...lawfulIds.map((id): ProviderVariant => ({ kind: "lawful", id })),
];

/** `interop mutants`: runs variants of the reference provider, and prints which check kills which. */
export async function conductMutants(selectors: readonly string[], options: MutantsOptions, io: Io): Promise<ExitCode> {
  const checks = selectChecks(allChecks, selectors);
  if (options.profile !== undefined) await loadProfile(options.profile);
  const isNamed = ({ id }: ProviderVariant): boolean => checks.some((check) => names(check, id));
  const wanted =
    options.mutant?.map(known) ??
    (options.exhaustive === true && selectors.length === 0 ? variants : variants.filter(isNamed));
  const began = systemClock.monotonic();
  const orders = await plan(wanted, checks, options);
  const rows = await runMatrix(orders, options.jobs ?? availableParallelism(), (shares, pace) =>
    runInProcesses(shares, pace, (row) => void io.stderr.write(`${progressLine(row)}\n`)),
  );
  const matrix: Matrix = { rows, wallMs: Math.round(systemClock.monotonic() - began) };
  if (options.json === true) io.stdout.write(`${JSON.stringify(matrixJson(matrix), undefined, 2)}\n`);
  else io.stdout.write(options.md === true ? matrixMarkdown(matrix) : matrixText(matrix));
  return rows.some((row) => row.mismatches.length > 0) ? exitCodes.failed : exitCodes.passed;
}

/** The long work of a matrix shows at once what it will retry. */
function progressLine({ id, ms, mismatches }: MatrixRow): string {
  const details = mismatches.map(({ check, expected, found }) => `\n  ${check}: expected ${expected}, found ${found}`);
  return `${id} ${Math.round(ms)} ms${details.length === 0 ? "" : ", not as named:"}${details.join("")}`;
}

/** A variant that no check names is run against all that it can change, to show what kills it. */
async function plan(
  wanted: readonly ProviderVariant[],
  checks: readonly Check[],
  { exhaustive, reach: usesReach, profile }: MutantsOptions,
): Promise<readonly Order[]> {
  const scenarios = planScenarios(checks).map(({ scenario }) => scenario.id);
  const meetsOthers = ({ id }: ProviderVariant): boolean =>
    exhaustive === true || checks.every((check) => !names(check, id));
  const reach = usesReach && wanted.some(meetsOthers) ? await measureReach(checks) : undefined;
  return wanted.map(({ kind, id }) => {
    const replaced = seamsOf(loadVariant(kind, id).overrides);
    const canChange = meetsOthers({ kind, id })
      ? scenarios.filter((scenario) => reach === undefined || reach.canChange(scenario, replaced))
      : [];
    const judges = judgesOf({ kind, id }, checks, new Set(canChange)).map((check) => check.id);
    return { kind, id, judges, profileName: profile };
  });
}

function known(wanted: string): ProviderVariant {
  const variant = variants.find(({ id }) => id === wanted);
  if (variant !== undefined) return variant;
  const near = suggestion(wanted, [...mutantIds, ...lawfulIds]);
  throw new CliError("unknown-id", `Run mutant "${wanted}": there is none of this name${near}`);
}
