import { obtainEjabberd } from "./servers/ejabberd.js";
import { maximumOpenFiles } from "./support/proc.js";
import { startSide } from "./support/side.js";
import { medianOf } from "./support/measure.js";

export const title =
  "Chat: the endpoint (Noise, judging, journal) and ejabberd (WebSocket over TLS) under the same load";
export const peer = "ejabberd";
export const notes = [
  "Throughput with 64 messages under way; latency in ms at 500 messages/s; processor time is the server's alone.",
  "Both encrypt, acknowledge every message to its sender and wait for the receiver's word.",
  '"plain" is ejabberd without TLS; "unsafe" without TLS and acknowledgements.',
];

const sizes = [2, 50, 500, 2000];
const pacePerSecond = 500;
const kinds = ["endpoint", "ejabberd-tls", "ejabberd", "ejabberd-bare"];

export async function measure({ rounds, sizes: asked = sizes }) {
  const missing = obtainEjabberd();
  if (missing !== undefined) return { skipped: `ejabberd: ${missing}` };
  const rows = [];
  for (const count of asked.filter((size) => size + 100 < maximumOpenFiles())) {
    console.error(`  ${count} connections …`);
    rows.push(...rowsFor(count, ...(await compare(count, rounds))));
  }
  return rows;
}

function rowsFor(count, ours, theirs, plain, unsafe) {
  const row = (figure, name, against = theirs, goal) => ({
    figure: `${count} connections, ${figure}`,
    ours: ours[name],
    peer: against[name],
    ...(count === sizes.at(-1) && goal !== undefined && { goal }),
  });
  return [
    row("messages/s", "perSecond", theirs, ">= 1.5"),
    row("messages/s, plain", "perSecond", plain, ">= 1.5"),
    row("server us/message", "cpuUs", theirs, "<= 0.67"),
    row("server us/message, plain", "cpuUs", plain),
    row("server us/message, unsafe", "cpuUs", unsafe),
    row("p50 ms", "p50"),
    row("p99 ms", "p99"),
    ...(count < 500
      ? []
      : [row("KiB/connection", "kibPerConnection", theirs, "<= 0.5"), row("server ms/login", "loginCpuMs")]),
  ];
}

async function compare(count, rounds) {
  const sides = [];
  try {
    for (const kind of kinds) sides.push(await startSide(kind, count));
    const figures = sides.map(() => []);
    for (const side of sides) await side.flood(1000);
    for (let round = 0; round < rounds; round++) {
      for (const [index, side] of sides.entries()) {
        figures[index].push({ ...(await side.flood(2000)), ...(await side.pace(pacePerSecond, 1500)) });
      }
    }
    return sides.map(({ bytesPerConnection, loginCpuMs }, index) => {
      return { ...medianOf(figures[index]), kibPerConnection: bytesPerConnection / 1024, loginCpuMs };
    });
  } finally {
    await Promise.all(sides.map((side) => side.stop()));
  }
}
