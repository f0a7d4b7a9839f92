import { corrected, type MatrixRow } from "../../harness/mutation/matrix.js";
import { inPool } from "../../harness/mutation/pool.js";
import type { Examination } from "./orders.js";
import type { Haste } from "./run-specimen.js";

/**
 * Runs many: several at once, which is quick but may be late on a busy machine, and then those that surprised, alone and
 * with patience, at the checks that surprised, because there is no excuse for them. Rows are in the order of `examinations`.
 *
 * @param run As `runSpecimen`, here or in another process.
 */
export async function examine(
  examinations: readonly Examination[],
  width: number,
  run: (examination: Examination, haste: Haste) => Promise<MatrixRow>,
): Promise<readonly MatrixRow[]> {
  // The longest first, so that no long one is left for the end.
  const queue = [...examinations.entries()].sort(([, one], [, other]) => other.judges.length - one.judges.length);
  const rows: MatrixRow[] = [];
  await inPool(queue, width, async ([at, examination]) => {
    rows[at] = await run(examination, {});
  });
  const doubtful = [...rows.entries()].filter(([, row]) => row.surprises.length > 0);
  await inPool(doubtful, 1, async ([at, row]) => {
    const judges = [...new Set(row.surprises.map(({ check }) => check))];
    rows[at] = corrected(row, judges, await run({ kind: row.kind, id: row.id, judges }, { unhurried: true }));
  });
  return rows;
}
