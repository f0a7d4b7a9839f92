import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { MatrixRow } from "../../harness/mutation/matrix.js";
import type { Examination, WorkOrder, WorkReport } from "./orders.js";
import { runSpecimens } from "./run-specimen.js";

export interface MatrixOrder {
  readonly examinations: readonly Examination[];
  /** Threads. */
  readonly jobs: number;
  readonly onRow: (row: MatrixRow) => void;
}

/** Threads for each job: while some specimens wait for time to pass, others compute. */
const threadsPerJob = 4;

/** Runs specimens in threads of their own. @throws Error when our own code fails in one. */
export async function runInThreads({ examinations, jobs, onRow }: MatrixOrder): Promise<readonly MatrixRow[]> {
  const count = Math.max(1, Math.min(jobs * threadsPerJob, examinations.length));
  const idle = Array.from({ length: count }, () => new Worker(new URL("worker.js", import.meta.url)));
  const all = [...idle];
  try {
    return await runSpecimens(examinations, count, async (examination, haste) => {
      const worker = idle.pop();
      if (worker === undefined) throw new Error("More specimens under way than threads");
      const row = await ask(worker, { examination, haste });
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
