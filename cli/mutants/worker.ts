import { parentPort } from "node:worker_threads";
import { reasonOf } from "../../core/coded-error.js";
import { checks } from "../../suites/index.js";
import type { WorkOrder, WorkReport } from "./orders.js";
import { runSpecimen } from "./run-specimen.js";

/** Runs the specimens that it is handed, one after the other, until nobody holds the other end. */
parentPort?.on("message", ({ examination, haste }: WorkOrder) => {
  const judges = new Set(examination.judges);
  const { kind, id } = examination;
  runSpecimen(
    { kind, id },
    checks.filter((check) => judges.has(check.id)),
    haste,
  ).then(
    (row) => tell({ row }),
    (thrown: unknown) => tell({ failure: `${kind} ${id}: ${reasonOf(thrown)}` }),
  );
});

function tell(report: WorkReport): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- for windows of a browser
  parentPort?.postMessage(report);
}
