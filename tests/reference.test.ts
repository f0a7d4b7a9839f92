import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { renderCoverage } from "../reports/index.js";
import { checks, requirements } from "../suites/index.js";
import { root } from "./sources.js";
import { type InProcessRun, referenceProvider, runAgainst } from "./support/run-in-process.js";

const usual = checks.filter(({ engines }) => engines === undefined || engines.includes("x3dh-v3"));

let run: InProcessRun;

beforeAll(async () => {
  run = await runAgainst(referenceProvider(), checks);
}, 60_000);

test("the reference provider passes every check", () => {
  const { result } = run;
  const others = result.checks.filter((check) => check.verdict !== "pass");
  expect(others.map(({ id, verdict, cause, findings }) => ({ id, verdict, cause, findings }))).toEqual([]);
  expect(result.summary).toMatchObject({ outcome: "passed", pass: usual.length });
});

test("docs/coverage.md says what this run covers: scripts/generate-coverage.js writes it", () => {
  const page = renderCoverage({ ...run, requirements });
  expect(readFileSync(join(root, "docs/coverage.md"), "utf8")).toBe(page);
});
