import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { MatrixRow } from "../../harness/mutation/matrix.js";
import { runMutants } from "./run-mutant.js";
import type { WorkOrder, WorkReport } from "./orders.js";

export interface MatrixOrder {
  readonly mutants: readonly string[];
  /** Of checks; none means all. */
  readonly selectors: readonly string[];
  /** Threads. */
  readonly jobs: number;
  readonly onRow: (row: MatrixRow) => void;
}

/** Threads for each job: while one mutant waits for time to pass, another computes. */
const threadsPerJob = 2;

/** Runs mutants in threads of their own. @throws Error when our own code fails in one. */
export async function runInThreads({ mutants, selectors, jobs, onRow }: MatrixOrder): Promise<readonly MatrixRow[]> {
  const count = Math.max(1, Math.min(jobs * threadsPerJob, mutants.length));
  const idle = Array.from({ length: count }, () => new Worker(new URL("worker.js", import.meta.url)));
  const all = [...idle];
  try {
    return await runMutants(mutants, count, async (mutant, haste) => {
      const worker = idle.pop();
      if (worker === undefined) throw new Error("More mutants under way than threads");
      const row = await ask(worker, { mutant, selectors, haste });
      idle.push(worker);
      onRow(row);
      return row;
    });
  } finally {
    await Promise.all(all.map((worker) => worker.terminate()));
  }
}

async function ask(worker: Worker, order: WorkOrder): Promise<MatrixRow> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- for windows of a browser
  worker.postMessage(order);
  const [report] = (await once(worker, "message")) as [WorkReport];
  if ("failure" in report) throw new Error(report.failure);
  return report.row;
}
