import { medianOf } from "./support/measure.js";
import { maximumOpenFiles } from "./support/proc.js";
import { startSide } from "./support/side.js";
import { sealingRows } from "./transport.js";

export const title = "Routing through the real endpoint: Noise, strict judging and journal on";
export const peer = "bare ws";
export const notes = [
  "The peer relays frames of the same sizes and does nothing else. Clients run in processes of their own.",
  "Latency at 500 messages/s. The rows of Noise compare with the same AES-GCM calls of node:crypto, made bare.",
];

const sizes = [2, 50, 500, 2000];
const pacePerSecond = 500;
/** Against a peer that does no work at all. */
const goal = ">= 0.25";

export async function measure({ rounds, sizes: asked = sizes }) {
  const rows = [];
  for (const count of asked.filter((size) => size + 100 < maximumOpenFiles())) {
    console.error(`  ${count} connections …`);
    const [ours, theirs] = await compare(count, rounds);
    rows.push(
      { figure: `messages/s, ${count} connections`, ours: ours.perSecond, peer: theirs.perSecond, goal },
      { figure: `messages/s of processor time, ${count}`, ours: 1e6 / ours.cpuUs, peer: 1e6 / theirs.cpuUs, goal },
      { figure: `p99 ms, ${count}`, ours: ours.p99, peer: theirs.p99 },
    );
    if (count < 500) continue;
    rows.push({ figure: `KiB/connection, ${count}`, ours: ours.kibPerConnection, peer: theirs.kibPerConnection });
  }
  return [...rows, ...sealingRows(rounds)];
}

async function compare(count, rounds) {
  const sides = [await startSide("endpoint", count), await startSide("relay", count)];
  try {
    const figures = sides.map(() => []);
    for (const side of sides) await side.flood(1000);
    for (let round = 0; round < rounds; round++) {
      for (const [index, side] of sides.entries()) {
        figures[index].push({ ...(await side.flood(1500)), ...(await side.pace(pacePerSecond, 1000)) });
      }
    }
    return sides.map(({ bytesPerConnection }, index) => {
      return { ...medianOf(figures[index]), kibPerConnection: bytesPerConnection / 1024 };
    });
  } finally {
    for (const side of sides) await side.stop();
  }
}
