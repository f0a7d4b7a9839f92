// Tries every decoder of tests/codecs/roster.ts with inputs made by chance, from its samples and the kept corpus:
//   npm run fuzz -- --runs 1000000 [--seed 7] [part of a decoder's name]
// An input that leads to a new outcome, or to a failure, is added to fixtures/fuzz/corpus.json.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  options: { runs: { type: "string", default: "100000" }, seed: { type: "string" } },
  allowPositionals: true,
});
if (!/^[1-9]\d{0,8}$/.test(values.runs) || positionals.length > 1) {
  console.error("usage: npm run fuzz -- [--runs NUMBER] [--seed NUMBER] [part of a decoder's name]");
  process.exit(2);
}
const env = { ...process.env, FUZZ_RUNS: values.runs, FUZZ_DECODER: positionals[0] ?? "", FUZZ_KEEP: "1" };
if (values.seed !== undefined) env.FUZZ_SEED = values.seed;
const jest = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning", "node_modules/jest/bin/jest.js"];
const options = ["--config", "jest.deep.config.js", "--testTimeout", "86400000", "--verbose", "tests/codecs/fuzz"];
const { status } = spawnSync(process.execPath, [...jest, ...options], { env, stdio: "inherit" });
process.exit(status ?? 1);
