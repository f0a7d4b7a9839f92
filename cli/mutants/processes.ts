import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterRetry, type MatrixRow, type ProviderVariant } from "../../harness/mutation/matrix.js";

/** A variant, and the ids of the checks to run it against. */
export interface Order extends ProviderVariant {
  readonly judges: readonly string[];
}

/** What a child process gets. */
export interface Work {
  readonly orders: readonly Order[];
  /** Variants side by side: while some wait for time to pass, another computes. */
  readonly sideBySide: number;
  /** How long a check waits for an event or stanza. */
  readonly patienceMs: number;
}

/** What it sends for each order. */
export type Report = { readonly row: MatrixRow } | { readonly failure: string };

/** Short, because a mutant that stays silent makes every wait for it last this long. */
const quick = { sideBySide: 5, patienceMs: 600 };
/** On a busy machine an answer may be late, so a retry is alone and patient. */
const careful = { sideBySide: 1, patienceMs: 3000 };

/**
 * Runs variants in child processes, and retries once what mismatched.
 *
 * @param onRow Hears of each variant after its first run.
 * @returns Rows in the order of `orders`.
 * @throws Error when our own code fails in a process.
 */
export async function runMatrix(
  orders: readonly Order[],
  jobs: number,
  onRow: (row: MatrixRow) => void,
): Promise<readonly MatrixRow[]> {
  // The longest first, so that none is left for the end.
  const queue = [...orders].sort((one, other) => other.judges.length - one.judges.length);
  const shares = Array.from({ length: jobs }, (_, job) => queue.filter((_order, at) => at % jobs === job));
  const rows = await runShares(shares, quick, onRow);
  const retries = [...rows.values()]
    .filter((row) => row.mismatches.length > 0)
    .map(({ kind, id, mismatches }) => ({ kind, id, judges: mismatches.map(({ check }) => check) }));
  const retried = await runShares([retries], careful);
  return orders.flatMap(({ id }) => {
    const [row, retry] = [rows.get(id), retried.get(id)];
    return row === undefined ? [] : [retry === undefined ? row : afterRetry(row, retry)];
  });
}

/** Runs each share in its own process. Returns the rows by id. */
async function runShares(
  shares: readonly (readonly Order[])[],
  how: Omit<Work, "orders">,
  onRow: (row: MatrixRow) => void = () => undefined,
): Promise<ReadonlyMap<string, MatrixRow>> {
  const rows = new Map<string, MatrixRow>();
  const children: ChildProcess[] = [];
  const run = (orders: readonly Order[]): Promise<void> =>
    new Promise((resolve, reject) => {
      // A process and not a thread: native code in a thread that is ended can keep the whole process from ending.
      const child = fork(fileURLToPath(new URL("child.js", import.meta.url)));
      children.push(child);
      child.on("message", (report: Report) => {
        if ("failure" in report) return reject(new Error(report.failure));
        rows.set(report.row.id, report.row);
        onRow(report.row);
      });
      child.once("exit", (code, signal) =>
        code === 0 ? resolve() : reject(new Error(`A process of the matrix ended with ${signal ?? code}`)),
      );
      child.send({ orders, ...how } satisfies Work);
    });
  try {
    await Promise.all(shares.filter((share) => share.length > 0).map(run));
    return rows;
  } finally {
    for (const child of children) child.kill("SIGKILL");
  }
}
