// npm run soak [-- --minutes N] [--json]: the endpoint under a mixed load for a long time. Prints memory and descriptors after
// each minute, and fails when either still grows at the end: a server that grows by a little each minute fails in production.
import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { startSide } from "./support/side.js";

const connections = 100;
const messagesPerSecond = 100;
const abusesPerSecond = 10;
const mebibyte = 2 ** 20;
/** Growth per minute that is still noise, over the second half of the run. */
const limits = {
  heapMiB: { perMinute: 0.1, unit: "MiB of heap in use after a collection" },
  rssMiB: { perMinute: 0.5, unit: "MiB of resident memory" },
  descriptors: { perMinute: 0.2, unit: "open descriptors" },
};

const enlistWith = (enlistUrl, body) =>
  fetch(enlistUrl, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body })
    .then((answer) => answer.text())
    .catch(() => undefined);

const abuses = [
  ({ enlistUrl }) => enlistWith(enlistUrl, "authkey=x&token=y"),
  ({ enlistUrl }) => enlistWith(enlistUrl, `token=${randomBytes(3000).toString("hex")}`),
  ({ chatTcpPort }) => say(chatTcpPort, randomBytes(64)),
  // A header and the length of a frame that never comes.
  ({ chatTcpPort }) => say(chatTcpPort, Buffer.from("574106030000ff", "hex")),
  ({ chatTcpPort }) => say(chatTcpPort, Buffer.from("5741060300000412022000", "hex")),
];

const { minutes, json } = wanted();
const side = await startSide("endpoint", connections);
const samples = [];
let failed = [];
try {
  const address = await side.ask("address");
  await fillJournal();
  for (let minute = 0; minute <= minutes; minute++) {
    if (minute > 0) await Promise.all([side.pace(messagesPerSecond, 60_000), abuse(address, 60_000)]);
    samples.push(await sample(minute));
    if (!json) console.log(lineOf(samples.at(-1)));
  }
  failed = Object.entries(limits).flatMap(([name, { perMinute, unit }]) => {
    const { slope, error } = slopeOf(samples.slice(Math.floor(samples.length / 2)), name);
    // Twice the standard error: garbage comes and goes, and a short run says little.
    if (slope - 2 * error <= perMinute) return [];
    return [`${slope.toFixed(2)} ${unit} more each minute (±${error.toFixed(2)}), wanted at most ${perMinute}`];
  });
} finally {
  await side.stop();
}
if (json) console.log(JSON.stringify({ node: process.version, minutes, samples, failed }, undefined, 2));
else console.log(failed.length === 0 ? "Nothing grows" : `Still growing: ${failed.join("; ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;

function wanted() {
  const usage = "Usage: npm run soak -- [--minutes N] [--json], with N from 4 to 1440 (default: 10)";
  try {
    const { values } = parseArgs({
      options: { minutes: { type: "string", default: "10" }, json: { type: "boolean", default: false } },
    });
    const count = Number(values.minutes);
    if (Number.isInteger(count) && count >= 4 && count <= 1440) return { minutes: count, json: values.json };
    console.error(`--minutes "${values.minutes}": wanted a whole number from 4 to 1440\n${usage}`);
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
  }
  return process.exit(2);
}

/** Until the journal is full, every message adds to it: that growth has a bound, and is none of what is looked for. */
async function fillJournal() {
  do await side.flood(5000);
  while ((await side.ask("journal")).dropped === 0);
  await abuse(await side.ask("address"), 5000);
}

async function sample(minute) {
  await side.ask("collect");
  const { memory, last } = await side.ask("journal");
  return {
    minute,
    heapMiB: (memory.heapUsed + memory.external) / mebibyte,
    rssMiB: memory.rss / mebibyte,
    descriptors: readdirSync(`/proc/${side.pid}/fd`).length,
    entries: last,
  };
}

function lineOf({ minute, heapMiB, rssMiB, descriptors, entries }) {
  const figures = [`heap ${heapMiB.toFixed(1)} MiB`, `rss ${rssMiB.toFixed(1)} MiB`, `${descriptors} descriptors`];
  return `${String(minute).padStart(4)} min  ${figures.join("  ")}  ${entries} journal entries`;
}

/** Least squares: how much a figure grows in a minute, and the standard error of that. */
function slopeOf(some, name) {
  const mean = (of) => some.reduce((sum, one) => sum + of(one), 0) / some.length;
  const [middle, level] = [mean(({ minute }) => minute), mean((one) => one[name])];
  const spread = mean(({ minute }) => (minute - middle) ** 2);
  const slope = mean((one) => (one.minute - middle) * (one[name] - level)) / spread;
  const left = mean((one) => (one[name] - level - slope * (one.minute - middle)) ** 2);
  return { slope, error: Math.sqrt(left / spread / Math.max(1, some.length - 2)) };
}

/** Strangers at the door: bad enlistments, handshakes that are none, and handshakes that end in the middle. */
async function abuse({ enlistUrl, chatTcpPort }, ms) {
  const until = performance.now() + ms;
  for (let turn = 0; performance.now() < until; turn++) {
    const due = performance.now() + 1000 / abusesPerSecond;
    await abuses[turn % abuses.length]({ enlistUrl, chatTcpPort });
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
  }
}

function say(port, bytes) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.end(bytes));
    socket.on("error", () => undefined);
    socket.once("close", resolve);
    socket.resume();
  });
}
