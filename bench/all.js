// npm run bench [-- NAME...] [-- --json] [-- --rounds N]: each benchmark prints one table, ours beside a peer's figure
// from the same run.
import { parseArgs } from "node:util";
import { tableOf } from "./support/table.js";

const names = ["run", "handshake", "codec", "route", "memory", "chat", "media-proxy"];
const { values, positionals } = parseArgs({
  options: { json: { type: "boolean" }, rounds: { type: "string", default: "3" } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !names.includes(name));
if (unknown !== undefined) {
  console.error(`Benchmark "${unknown}": wanted ${names.join(", ")}`);
  process.exit(2);
}

const results = {};
for (const name of positionals.length > 0 ? positionals : names) {
  const { title, peer, notes, measure } = await import(`./${name}.js`);
  const rows = await measure({ rounds: Number(values.rounds) });
  results[name] = { title, peer, rows };
  if (values.json !== true) {
    console.log(
      rows.skipped === undefined ? tableOf(title, peer, rows, notes) : `${title}\n\n  skipped: ${rows.skipped}\n`,
    );
  }
}
if (values.json === true) console.log(JSON.stringify({ node: process.version, results }, null, 2));
