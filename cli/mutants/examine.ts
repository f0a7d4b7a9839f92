import { corrected, joined, type MatrixRow } from "../../harness/mutation/matrix.js";
import { inPool } from "../../harness/mutation/pool.js";
import type { Examination, Haste, Part } from "./orders.js";

/** How often a specimen that surprises is looked at once more. What is wrong with a check or a mutant is wrong every time. */
const furtherLooks = 3;

/**
 * Runs many: several at once, which is quick but may be late on a busy machine, and then those that surprised, one by one and
 * with patience, at the checks that surprised. Rows tell how many looks were needed. Rows are in the order of `examinations`.
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
  for (const [at, row] of doubtful) {
    const { profile } = examinations[at] ?? {};
    if (profile !== undefined) rows[at] = await lookAgain(row, profile, run);
  }
  return rows;
}

async function lookAgain(
  row: MatrixRow,
  profile: Examination["profile"],
  run: (part: Part, haste: Haste) => Promise<MatrixRow>,
): Promise<MatrixRow> {
  let current = row;
  for (let look = 0; look < furtherLooks && current.surprises.length > 0; look++) {
    const judges = [...new Set(current.surprises.map(({ check }) => check))];
    const again = await run({ kind: row.kind, id: row.id, profile, judges }, { unhurried: true });
    current = corrected(current, judges, again);
  }
  return current;
}
