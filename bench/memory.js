import { startSide } from "./support/side.js";

export const title = "Resident memory of the endpoint under load, with a hundred connections";
export const peer = "limit";
export const notes = ["The journal is full after the first part; later messages must not add to it."];

const connections = 100;
const wantedMessages = 1_000_000;
/** A slow machine sends fewer messages. */
const longestMs = 180_000;
const mebibyte = 2 ** 20;

export async function measure() {
  const side = await startSide("endpoint", connections);
  try {
    const idle = side.rss();
    await side.flood(5000);
    const warm = side.rss();
    const until = performance.now() + longestMs;
    let messages = 0;
    while (messages < wantedMessages && performance.now() < until) {
      const { perSecond, lost } = await side.flood(5000);
      messages += perSecond * 5 - lost;
    }
    const thousands = Math.round(messages / 1000);
    return [
      { figure: "first 5 s, MiB added", ours: (warm - idle) / mebibyte, peer: Number.NaN },
      {
        figure: `${thousands} 000 messages later, MiB added`,
        ours: (side.rss() - warm) / mebibyte,
        peer: 16,
        goal: "<= 1",
      },
    ];
  } finally {
    await side.stop();
  }
}
