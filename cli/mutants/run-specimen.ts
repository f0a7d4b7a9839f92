import type { Check } from "../../harness/model/check.js";
import { type MatrixRow, matrixRow } from "../../harness/mutation/matrix.js";
import { inPool } from "../../harness/mutation/pool.js";
import { ReachRecorder } from "../../harness/mutation/reach.js";
import type { Specimen } from "../../harness/mutation/specimen.js";
import { loadVariation } from "../../reference-provider/registry.js";
import { referenceProvider, runAgainst, watchedProvider } from "./in-process.js";
import { profileFor } from "./profile-for.js";

/** Short, because a mutant that stays silent makes every wait for it last this long. */
const hurriedMs = 600;
const unhurriedMs = 3000;

export interface Haste {
  /** With patience for a busy machine. */
  readonly unhurried?: boolean;
}

/** Runs one mutant or lawful variant against `judges`. */
export async function runSpecimen(
  specimen: Specimen,
  judges: readonly Check[],
  { unhurried }: Haste = {},
): Promise<MatrixRow> {
  const provider = referenceProvider(await loadVariation(specimen.kind, specimen.id));
  const profileName = profileFor(specimen, judges);
  const patienceMs = unhurried === true ? unhurriedMs : hurriedMs;
  const { result } = await runAgainst(provider, judges, patienceMs, { profileName, slow: true });
  return matrixRow(specimen, judges, result);
}

/** Which seams the exchanges of these checks ask, found by driving the conformant provider through all of them once. */
export async function measureReach(checks: readonly Check[]): Promise<ReachRecorder> {
  const reach = new ReachRecorder();
  const provider = watchedProvider((seam) => reach.asked(seam));
  await runAgainst(provider, checks, undefined, {
    onProgress: (progress) => {
      if (progress.kind === "step") reach.enter(progress.id);
    },
  });
  return reach;
}

/**
 * Runs many: several at once, which is quick but may be late on a busy machine, and then those that surprised, alone and
 * with patience, because there is no excuse for them.
 *
 * @param run As `runSpecimen`, here or in a thread.
 */
export async function runSpecimens<Item extends Specimen>(
  specimens: readonly Item[],
  width: number,
  run: (specimen: Item, haste: Haste) => Promise<MatrixRow>,
): Promise<readonly MatrixRow[]> {
  const rows = await inPool(specimens, width, (specimen) => run(specimen, {}));
  const doubtful = specimens.filter((_, index) => (rows[index]?.surprises.length ?? 0) > 0);
  const confirmed = await inPool(doubtful, 1, (specimen) => run(specimen, { unhurried: true }));
  return rows.map((row) => confirmed.find(({ kind, id }) => kind === row.kind && id === row.id) ?? row);
}
