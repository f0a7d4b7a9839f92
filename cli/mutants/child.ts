import pMap from "p-map";
import { reasonOf } from "../../core/coded-error.js";
import type { Order, Report, Work } from "./processes.js";
import { runVariant } from "./run-variant.js";

process.once("disconnect", () => process.exit());
process.once("message", (work: Work) => void runAll(work));

/** Runs a share of the variants, reports each, and ends. */
async function runAll({ orders, sideBySide, patienceMs }: Work): Promise<void> {
  const send = (report: Report): Promise<void> =>
    new Promise((resolve) => void process.send?.(report, undefined, undefined, () => resolve()));
  await pMap(orders, async (order) => send(await reportOn(order, patienceMs)), { concurrency: sideBySide });
  process.exit();
}

async function reportOn(order: Order, patienceMs: number): Promise<Report> {
  try {
    return { row: await runVariant(order, patienceMs) };
  } catch (thrown) {
    return { failure: `Cannot run ${order.kind} ${order.id}: ${reasonOf(thrown)}` };
  }
}
