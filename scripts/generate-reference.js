// Writes dist/reports/compare/transcripts.json: what the reference provider does in each scenario, as lines without ids, keys,
// addresses and times, from real runs of the built harness. Reports show them beside a provider's own. Takes about half a
// minute, so it is no part of the build; does nothing when the build has not changed since.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
const target = join(dist, "reports", "compare", "transcripts.json");
const { readTrace } = await built("reports/index.js");
const { lineOf, shapesOf } = await built("reports/compare/shape.js");
const { scenarioOf } = await built("harness/model/result.js");

/** On a busy machine a scenario may not pass at once; what did not pass runs again. */
const attempts = 4;

if (changedAt(target) <= changedAt(join(dist, ".build-stamp.json"))) {
  const quoted = (path) => JSON.stringify(path);
  const proxied = `${quoted(process.execPath)} ${quoted(join(dist, "reference-provider", "bin.js"))} --proxy`;
  const transcripts = { ...transcriptsOf([], []), ...transcriptsOf(["proxy"], ["--provider", proxied]) };
  const sorted = Object.fromEntries(Object.entries(transcripts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(target, `${JSON.stringify(sorted)}\n`);
  console.log(`Wrote ${Object.keys(sorted).length} transcripts of the reference provider`);
}

function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The lines of each scenario that passes with these checks and options. */
function transcriptsOf(checks, options) {
  const transcripts = {};
  let left = checks;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { result, entries } = run([...left, ...options]);
    const open = result.checks.filter(({ verdict }) => verdict !== "pass" && verdict !== "not-applicable");
    const unfit = new Set(open.map(({ scenario }) => scenario));
    for (const scenario of new Set(entries.map((entry) => entry.scenario))) {
      if (scenario === "" || unfit.has(scenario)) continue;
      const shapes = shapesOf(entries.filter((entry) => entry.scenario === scenario));
      transcripts[scenarioOf(scenario)] = shapes.map(lineOf);
    }
    left = open.map(({ id }) => id);
    if (left.length === 0) return transcripts;
  }
  throw new Error(`Generate reference: the reference provider did not pass ${left.join(", ")}`);
}

function run(args) {
  const folder = mkdtempSync(join(tmpdir(), "interop-reference-"));
  try {
    const options = ["--out", folder, "--seed", "reference", "--slow"];
    const bin = join(dist, "cli", "bin.js");
    const { stderr } = spawnSync(process.execPath, [bin, "run", "--reference", ...args, ...options], {
      cwd: folder,
      env: { ...process.env, CI: "" },
      encoding: "utf8",
    });
    const read = (name) => readFileSync(join(folder, name), "utf8");
    try {
      return { result: JSON.parse(read("report.json")), entries: readTrace(read("trace.ndjson")).entries };
    } catch (thrown) {
      throw new Error(`Generate reference: the run wrote no report: ${stderr}`, { cause: thrown });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
