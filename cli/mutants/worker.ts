import { reasonOf } from "../../core/coded-error.js";
import { checks } from "../../suites/index.js";
import type { WorkOrder, WorkReport } from "./orders.js";
import { runSpecimen } from "./run-specimen.js";

/** Runs the specimens that it is handed until nobody holds the other end. */
process.on("message", (order: WorkOrder) => {
  void report(order).then((outcome) => process.send?.(outcome));
});
process.once("disconnect", () => process.exit());

async function report({ order, part, haste }: WorkOrder): Promise<WorkReport> {
  const { kind, id } = part;
  const judges = new Set(part.judges);
  const asked = checks.filter((check) => judges.has(check.id));
  try {
    return { order, row: await runSpecimen(part, asked, haste) };
  } catch (thrown) {
    return { order, failure: `Run ${kind} ${id}: ${reasonOf(thrown)}` };
  }
}
