import { once } from "node:events";
import { MessageChannel, Worker } from "node:worker_threads";
import type { MatrixRow } from "../../harness/mutation/matrix.js";
import type { Examination, WorkMessage, WorkOrder, WorkReport } from "./orders.js";
import { examine } from "./examine.js";

export interface MatrixOrder {
  readonly examinations: readonly Examination[];
  /** Threads. */
  readonly jobs: number;
  readonly onRow: (row: MatrixRow) => void;
}

/** Specimens side by side in each thread: while some wait for time to pass, another computes. */
const lanes = 5;

interface Thread {
  readonly worker: Worker;
  /** Rejects when the thread falls over, for it answers nothing then. */
  readonly failed: Promise<never>;
}

/** Runs specimens in threads of their own. @throws Error when our own code fails in one. */
export async function runInThreads({ examinations, jobs, onRow }: MatrixOrder): Promise<readonly MatrixRow[]> {
  const threads = Array.from({ length: Math.min(jobs, examinations.length) }, startThread);
  const idle = Array.from({ length: lanes }, () => threads).flat();
  try {
    return await examine(examinations, idle.length, async (examination, haste) => {
      const thread = idle.shift();
      if (thread === undefined) throw new Error("More specimens under way than lanes");
      const row = await ask(thread, { examination, haste });
      idle.push(thread);
      onRow(row);
      return row;
    });
  } finally {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}

function startThread(): Thread {
  const worker = new Worker(new URL("worker.js", import.meta.url));
  const failed = once(worker, "error").then(([thrown]): never => {
    throw thrown;
  });
  // Whoever is waiting then is told; nobody may be.
  failed.catch(() => undefined);
  return { worker, failed };
}

async function ask({ worker, failed }: Thread, order: WorkOrder): Promise<MatrixRow> {
  const { port1: ours, port2: theirs } = new MessageChannel();
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- for windows of a browser
    worker.postMessage({ order, answerTo: theirs } satisfies WorkMessage, [theirs]);
    const [report] = (await Promise.race([once(ours, "message"), failed])) as [WorkReport];
    if ("failure" in report) throw new Error(report.failure);
    return report.row;
  } finally {
    ours.close();
  }
}
