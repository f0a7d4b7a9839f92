import { medianOf } from "./support/statistics.js";
import { maximumOpenFiles } from "./support/proc.js";
import { startSide } from "./support/side.js";

export const title = "Routing through the real endpoint: Noise, strict judging and journal on";
export const peer = "bare ws";
export const notes = [
  "The peer relays frames of the same sizes and does nothing else. Clients run in processes of their own.",
];

const sizes = [2, 50, 500];
/** Goal for throughput against a peer that does no work at all. */
const goal = ">= 0.45";

export async function measure({ rounds }) {
  const rows = [];
  for (const count of sizes.filter((size) => size + 100 < maximumOpenFiles())) {
    const [ours, theirs] = await compare(count, rounds);
    rows.push(
      { figure: `messages/s, ${count} connections`, ours: ours.perSecond, peer: theirs.perSecond },
      { figure: `messages/s of processor time, ${count}`, ours: 1e6 / ours.cpuUs, peer: 1e6 / theirs.cpuUs, goal },
    );
  }
  return rows;
}

async function compare(count, rounds) {
  const sides = [await startSide("endpoint", count), await startSide("relay", count)];
  try {
    const figures = sides.map(() => []);
    for (const side of sides) await side.flood(1000);
    for (let round = 0; round < rounds; round++) {
      for (const [index, side] of sides.entries()) figures[index].push(await side.flood(1500));
    }
    return figures.map(medianOf);
  } finally {
    for (const side of sides) await side.stop();
  }
}
