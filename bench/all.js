// npm run bench [-- NAME...] [-- --json] [-- --rounds N]: each benchmark prints one table, ours beside a peer's figure
// from the same run.
import { parseArgs } from "node:util";
import { tableOf } from "./support/table.js";

const names = ["run", "handshake", "codec", "route", "memory", "chat", "media-proxy"];
const { values, positionals } = wanted();
const rounds = Number(values.rounds);
const unknown = positionals.find((name) => !names.includes(name));
if (unknown !== undefined) refuse(`Benchmark "${unknown}": wanted ${names.join(", ")}`);
if (!Number.isInteger(rounds) || rounds < 1) refuse(`--rounds "${values.rounds}": wanted a whole number from 1`);

const results = {};
for (const name of positionals.length > 0 ? positionals : names) {
  const { title, peer, notes, measure } = await import(`./${name}.js`);
  console.error(`${title} …`);
  const rows = await measure({ rounds });
  results[name] = { title, peer, rows };
  if (values.json !== true) {
    console.log(
      rows.skipped === undefined ? tableOf(title, peer, rows, notes) : `${title}\n\n  skipped: ${rows.skipped}\n`,
    );
  }
}
if (values.json === true) console.log(JSON.stringify({ node: process.version, results }, null, 2));

function wanted() {
  try {
    const options = { json: { type: "boolean" }, rounds: { type: "string", default: "3" } };
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return refuse(
      `${error.message}\nUsage: npm run bench -- [NAME...] [--json] [--rounds N]; names: ${names.join(", ")}`,
    );
  }
}

function refuse(message) {
  console.error(message);
  process.exit(2);
}
