import { parentPort } from "node:worker_threads";
import { reasonOf } from "../../core/coded-error.js";
import { checks } from "../../suites/index.js";
import type { WorkMessage, WorkOrder, WorkReport } from "./orders.js";
import { runSpecimen } from "./run-specimen.js";

/** Runs the specimens that it is handed until nobody holds the other end. */
parentPort?.on("message", ({ order, answerTo }: WorkMessage) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- for windows of a browser
  void report(order).then((outcome) => answerTo.postMessage(outcome));
});

async function report({ examination, haste }: WorkOrder): Promise<WorkReport> {
  const { kind, id } = examination;
  const judges = new Set(examination.judges);
  const asked = checks.filter((check) => judges.has(check.id));
  try {
    return { row: await runSpecimen({ kind, id }, asked, haste) };
  } catch (thrown) {
    return { failure: `Run ${kind} ${id}: ${reasonOf(thrown)}` };
  }
}
