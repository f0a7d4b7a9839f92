import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { MatrixRow } from "../../harness/mutation/matrix.js";
import type { Order, Pace } from "./run-matrix.js";

/** What a child process gets. */
export interface Work extends Pace {
  readonly orders: readonly Order[];
}

/**
 * Runs each share in its own process.
 *
 * @param onRow Hears of each variant.
 * @throws Error when our own code fails in a process, which has then said why on stderr.
 */
export async function runInProcesses(
  shares: readonly (readonly Order[])[],
  pace: Pace,
  onRow: (row: MatrixRow) => void,
): Promise<readonly MatrixRow[]> {
  const rows: MatrixRow[] = [];
  const children: ChildProcess[] = [];
  const run = (orders: readonly Order[]): Promise<void> =>
    new Promise((resolve, reject) => {
      // A process and not a thread: native code in a thread that is ended can keep the whole process from ending.
      const child = fork(fileURLToPath(new URL("child.js", import.meta.url)));
      children.push(child);
      child.on("message", (row: MatrixRow) => {
        rows.push(row);
        onRow(row);
      });
      child.once("exit", (code, signal) =>
        code === 0 ? resolve() : reject(new Error(`A process of the matrix ended with ${signal ?? code}`)),
      );
      child.send({ orders, ...pace } satisfies Work);
    });
  try {
    await Promise.all(shares.filter((share) => share.length > 0).map(run));
    return rows;
  } finally {
    for (const child of children) child.kill("SIGKILL");
  }
}
