// Writes reports/reference/transcripts.json: what the reference provider does in each step, from a real run against the
// built harness, as lines without ids, keys, addresses and times. Run after a change of scenarios or of what is recorded.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const { readTrace } = await import(new URL("../dist/reports/index.js", import.meta.url).href);
const { shapesOf } = await import(new URL("../dist/reports/compare/shape.js", import.meta.url).href);

const folder = mkdtempSync(join(tmpdir(), "interop-reference-"));
try {
  const bin = join(root, "dist", "cli", "bin.js");
  const { status, stderr } = spawnSync(
    process.execPath,
    [bin, "run", "--out", folder, "--seed", "reference", "--slow"],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(`Generate reference: the reference provider did not pass: ${stderr}`);
  const { entries } = readTrace(readFileSync(join(folder, "trace.ndjson"), "utf8"));
  const steps = {};
  for (const step of [...new Set(entries.map((entry) => entry.step))].filter((name) => name !== "").toSorted(byName)) {
    const shapes = shapesOf(entries.filter((entry) => entry.step === step));
    steps[step] = shapes.map(({ who, what }) => `${who}: ${what}`);
  }
  writeFileSync(join(root, "reports", "reference", "transcripts.json"), `${JSON.stringify(steps, undefined, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function byName(a, b) {
  return a < b ? -1 : 1;
}
