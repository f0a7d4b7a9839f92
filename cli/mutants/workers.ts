import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { MatrixRow } from "../../harness/mutation/matrix.js";
import { examine } from "./examine.js";
import type { Examination, Haste, Part, WorkOrder, WorkReport } from "./orders.js";

export interface MatrixOrder {
  readonly examinations: readonly Examination[];
  /** Processes. */
  readonly jobs: number;
  readonly onRow: (row: MatrixRow) => void;
}

/** Specimens side by side in each process: while some wait for time to pass, another computes. */
const lanes = 5;

/** Runs specimens in processes of their own. @throws Error when our own code fails in one. */
export async function runInProcesses({ examinations, jobs, onRow }: MatrixOrder): Promise<readonly MatrixRow[]> {
  const workers = Array.from({ length: Math.min(jobs, examinations.length) }, () => new MatrixWorker());
  const idle = Array.from({ length: lanes }, () => workers).flat();
  try {
    const run = async (part: Part, haste: Haste): Promise<MatrixRow> => {
      const worker = idle.shift();
      if (worker === undefined) throw new Error("More specimens under way than lanes");
      const row = await worker.run({ part, haste });
      idle.push(worker);
      return row;
    };
    return await examine(examinations, idle.length, run, onRow);
  } finally {
    for (const worker of workers) worker.kill();
  }
}

interface Waiting {
  resolve(row: MatrixRow): void;
  reject(error: Error): void;
}

/** A process and not a thread: native code in a thread that is ended can keep the whole process from ending. */
class MatrixWorker {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #orders = 0;

  constructor() {
    this.#child = fork(fileURLToPath(new URL("worker.js", import.meta.url)));
    this.#child.on("message", (report: WorkReport) => this.#take(report));
    this.#child.once("exit", (code, signal) => {
      const ended = new Error(`A process of the matrix ended with ${signal ?? code}`);
      for (const { reject } of this.#waiting.values()) reject(ended);
    });
  }

  run(order: Omit<WorkOrder, "order">): Promise<MatrixRow> {
    const number = ++this.#orders;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#child.send({ order: number, ...order } satisfies WorkOrder);
    });
  }

  kill(): void {
    this.#waiting.clear();
    this.#child.kill("SIGKILL");
  }

  #take(report: WorkReport): void {
    const waiting = this.#waiting.get(report.order);
    this.#waiting.delete(report.order);
    if ("row" in report) waiting?.resolve(report.row);
    else waiting?.reject(new Error(report.failure));
  }
}
