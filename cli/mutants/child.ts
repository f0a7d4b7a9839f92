import pMap from "p-map";
import type { Work } from "./processes.js";
import { runVariant } from "./run-matrix.js";

process.once("disconnect", () => process.exit());
process.once("message", (work: Work) => void runAll(work));

/** Runs a share of the variants, sends the row of each, and ends. An error ends the process too. */
async function runAll({ orders, sideBySide, ...pace }: Work): Promise<void> {
  await pMap(
    orders,
    async (order) => {
      const row = await runVariant(order, pace);
      await new Promise((resolve) => void process.send?.(row, undefined, undefined, resolve));
    },
    { concurrency: sideBySide },
  );
  process.exit();
}
