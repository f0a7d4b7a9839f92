import { parentPort } from "node:worker_threads";
import { reasonOf } from "../../core/coded-error.js";
import { selectChecks } from "../../harness/runner/select.js";
import { checks } from "../../suites/index.js";
import type { WorkOrder, WorkReport } from "./orders.js";
import { runMutant } from "./run-mutant.js";

/** Runs the mutants that it is handed, one after the other, until nobody holds the other end. */
parentPort?.on("message", ({ mutant, selectors, haste }: WorkOrder) => {
  runMutant(mutant, selectChecks(checks, selectors), haste).then(
    (row) => tell({ row }),
    (thrown: unknown) => tell({ failure: `Mutant ${mutant}: ${reasonOf(thrown)}` }),
  );
});

function tell(report: WorkReport): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- for windows of a browser
  parentPort?.postMessage(report);
}
