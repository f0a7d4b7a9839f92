import type { Shape } from "./shape.js";

/** One line of two transcripts side by side; a side that has nothing there is undefined. */
export interface Row<Left extends Shape, Right extends Shape> {
  readonly left: Left | undefined;
  readonly right: Right | undefined;
}

/** Lines that are compared: the table of lengths grows with their square. */
const maximum = 400;

/** Aligns two transcripts along their longest common subsequence. Nothing is left out up to `maximum` lines. */
export function align<Left extends Shape, Right extends Shape>(
  lefts: readonly Left[],
  rights: readonly Right[],
): readonly Row<Left, Right>[] {
  const [a, b] = [lefts.slice(0, maximum), rights.slice(0, maximum)];
  const lengths = commonLengths(a, b);
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  const rows: Row<Left, Right>[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && right !== undefined && alike(left, right)) {
      rows.push({ left, right });
      i++;
      j++;
    } else if (right === undefined || (left !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      rows.push({ left, right: undefined });
      i++;
    } else {
      rows.push({ left: undefined, right });
      j++;
    }
  }
  return rows;
}

/** `lengths[i][j]`: longest common subsequence of what begins at `i` and at `j`. */
function commonLengths(a: readonly Shape[], b: readonly Shape[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [left, right, row, below] = [a[i], b[j], lengths[i], lengths[i + 1]];
      if (left === undefined || right === undefined || row === undefined || below === undefined) continue;
      row[j] = alike(left, right) ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function alike(a: Shape, b: Shape): boolean {
  return a.who === b.who && a.what === b.what;
}
