import { corrected, joined, type MatrixRow } from "../../harness/mutation/matrix.js";
import { inPool } from "../../harness/mutation/pool.js";
import type { Examination, Haste, Part } from "./orders.js";

/**
 * Runs many: several at once, which is quick but may be late on a busy machine, and then those that surprised, alone and
 * with patience, at the checks that surprised, because there is no excuse for them. Rows are in the order of `examinations`.
 *
 * @param run As `runSpecimen`, here or in another process.
 * @param onRow Hears of each specimen once all of it was run.
 */
export async function examine(
  examinations: readonly Examination[],
  width: number,
  run: (part: Part, haste: Haste) => Promise<MatrixRow>,
  onRow: (row: MatrixRow) => void = () => undefined,
): Promise<readonly MatrixRow[]> {
  const rows: MatrixRow[] = [];
  // The longest first, so that no long one is left for the end.
  const queue = [...examinations.entries()].sort(([, one], [, other]) => other.parts.length - one.parts.length);
  const work = queue.flatMap(([at, { parts, ...specimen }]) => {
    const found: MatrixRow[] = [];
    return parts.map((judges, place) => ({ at, found, of: parts.length, place, part: { ...specimen, judges } }));
  });
  await inPool(work, width, async ({ at, found, of, place, part }) => {
    found[place] = await run(part, {});
    const [first, ...others] = Object.values(found);
    if (first === undefined || others.length + 1 < of) return;
    const row = joined([first, ...others]);
    rows[at] = row;
    onRow(row);
  });
  const doubtful = [...rows.entries()].filter(([, row]) => row.surprises.length > 0);
  await inPool(doubtful, 1, async ([at, row]) => {
    const judges = [...new Set(row.surprises.map(({ check }) => check))];
    const { profile } = examinations[at] ?? {};
    if (profile === undefined) return;
    const again = await run({ kind: row.kind, id: row.id, profile, judges }, { unhurried: true });
    rows[at] = corrected(row, judges, again);
  });
  return rows;
}
