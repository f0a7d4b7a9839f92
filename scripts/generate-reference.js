// Writes reports/reference/transcripts.json: what the reference provider does in each scenario, from a real run against the
// built harness, as lines without ids, keys, addresses and times. Run after a change of scenarios or of what is recorded.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const { readTrace } = await import(new URL("../dist/reports/index.js", import.meta.url).href);
const { shapesOf } = await import(new URL("../dist/reports/compare/shape.js", import.meta.url).href);

const proxied = JSON.stringify(join(root, "dist", "reference-provider", "bin.js")) + " --proxy";
const scenarios = {
  ...scenariosOf([]),
  ...scenariosOf(["proxy", "--provider", `${JSON.stringify(process.execPath)} ${proxied}`]),
};
const sorted = Object.fromEntries(Object.entries(scenarios).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(join(root, "reports", "reference", "transcripts.json"), `${JSON.stringify(sorted, undefined, 1)}\n`);

/** What happened in each scenario of a run with these arguments; a busy machine gets a second chance. */
function scenariosOf(args, again = true) {
  const folder = mkdtempSync(join(tmpdir(), "interop-reference-"));
  try {
    const bin = join(root, "dist", "cli", "bin.js");
    const options = ["--out", folder, "--seed", "reference", "--slow", ...args];
    const { status, stderr } = spawnSync(process.execPath, [bin, "run", ...options], { cwd: folder, encoding: "utf8" });
    if (status !== 0 && again) return scenariosOf(args, false);
    if (status !== 0) throw new Error(`Generate reference: the reference provider did not pass: ${stderr}`);
    const { entries } = readTrace(readFileSync(join(folder, "trace.ndjson"), "utf8"));
    const names = [...new Set(entries.map((entry) => entry.scenario))].filter((name) => name !== "");
    return Object.fromEntries(
      names.map((name) => {
        const shapes = shapesOf(entries.filter((entry) => entry.scenario === name));
        return [name, shapes.map(({ who, what }) => `${who}: ${what}`)];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
