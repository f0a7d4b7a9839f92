import { availableParallelism } from "node:os";
import { suggestion } from "../../core/nearest.js";
import { namedMutants } from "../../harness/mutation/matrix.js";
import { selectChecks } from "../../harness/runner/select.js";
import { mutantIds } from "../../reference-provider/registry.js";
import { systemClock } from "../../runtime/system-clock.js";
import { checks } from "../../suites/index.js";
import { CliError } from "../errors.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import { matrixJson, matrixMarkdown, matrixText } from "./render.js";
import { runInThreads } from "./workers.js";

export interface MutantsOptions {
  /** Ids; all that the selected checks name when there is none. */
  readonly mutant?: readonly string[];
  readonly jobs?: number;
  readonly json?: true;
  readonly md?: true;
}

/** `interop mutants`: runs the broken siblings of the reference provider and prints which check catches which. */
export async function conductMutants(selectors: readonly string[], options: MutantsOptions): Promise<ExitCode> {
  const mutants = options.mutant?.map(known) ?? namedMutants(mutantIds, selectChecks(checks, selectors));
  const began = systemClock.monotonic();
  const rows = await runInThreads({
    mutants,
    selectors,
    jobs: options.jobs ?? availableParallelism(),
    onRow: ({ mutant, ms }) => void process.stderr.write(`${mutant} ${Math.round(ms)} ms\n`),
  });
  const wallMs = Math.round(systemClock.monotonic() - began);
  if (options.json === true) process.stdout.write(`${JSON.stringify(matrixJson(rows, wallMs), undefined, 2)}\n`);
  else process.stdout.write(options.md === true ? matrixMarkdown(rows) : matrixText(rows, wallMs));
  return rows.some((row) => row.surprises.length > 0) ? exitCodes.failed : exitCodes.passed;
}

function known(id: string): string {
  if (mutantIds.includes(id)) return id;
  throw new CliError("unknown-id", `Run mutant "${id}": there is none of this name${suggestion(id, mutantIds)}`);
}
