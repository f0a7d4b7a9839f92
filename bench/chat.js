import { obtainEjabberd } from "./servers/ejabberd.js";
import { maximumOpenFiles } from "./support/proc.js";
import { startSide } from "./support/side.js";
import { medianOf } from "./support/statistics.js";

export const title = "Chat: the endpoint (Noise, judging, journal) and ejabberd (plain WebSocket), the same load";
export const peer = "ejabberd";
export const notes = [
  "Throughput with 64 messages under way; latency in ms at 500 messages/s; processor time is the server's alone.",
];

const sizes = [2, 50, 500, 2000];
const pacePerSecond = 500;

export async function measure({ rounds }) {
  const missing = obtainEjabberd();
  if (missing !== undefined) return { skipped: `ejabberd: ${missing}` };
  const rows = [];
  for (const count of sizes.filter((size) => size + 100 < maximumOpenFiles())) {
    const [ours, theirs] = await compare(count, rounds);
    const large = count === sizes.at(-1);
    const row = (figure, name, goal) => ({
      figure: `${figure}, ${count} connections`,
      ours: ours[name],
      peer: theirs[name],
      ...(large && goal !== undefined && { goal }),
    });
    rows.push(
      row("messages/s", "perSecond", ">= 1.5"),
      row("server us/message", "cpuUs", "<= 0.67"),
      row("p50 ms", "p50"),
      row("p99 ms", "p99"),
      ...(count < 500
        ? []
        : [row("KiB/connection", "kibPerConnection", "<= 0.5"), row("server ms/login", "loginCpuMs")]),
    );
  }
  return rows;
}

async function compare(count, rounds) {
  const sides = [];
  try {
    for (const kind of ["endpoint", "ejabberd"]) sides.push(await startSide(kind, count));
    const figures = sides.map(() => []);
    for (const side of sides) await side.flood(1000);
    for (let round = 0; round < rounds; round++) {
      for (const [index, side] of sides.entries()) {
        figures[index].push({ ...(await side.flood(2000)), ...(await side.pace(pacePerSecond, 1500)) });
      }
    }
    return figures.map((rounds_, index) => {
      const { bytesPerConnection, loginCpuMs } = sides[index];
      return { ...medianOf(rounds_), kibPerConnection: bytesPerConnection / 1024, loginCpuMs };
    });
  } finally {
    for (const side of sides) await side.stop();
  }
}
