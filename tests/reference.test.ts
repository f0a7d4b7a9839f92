import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { renderCoverage } from "../reports/index.js";
import { loadVariant } from "../reference-provider/registry.js";
import { checks, requirements } from "../suites/index.js";
import { root } from "./sources.js";
import { type InProcessRun, referenceProvider, runAgainst } from "./support/run-in-process.js";

let run: InProcessRun;

beforeAll(async () => {
  run = await runAgainst(referenceProvider(loadVariant("lawful", "through-a-proxy")), checks);
});

test("the reference provider, with the proxy that it has on demand, passes every check of the profile", () => {
  const { result } = run;
  const idle = ["other-engine", "other-wire", "needs-slow"];
  const others = result.checks.filter(({ verdict, cause }) => verdict !== "pass" && !idle.includes(cause?.code ?? ""));
  expect(others.map(({ id, verdict, cause, findings }) => ({ id, verdict, cause, findings }))).toEqual([]);
  expect(result.checks).toHaveLength(checks.length);
  expect(result.summary).toMatchObject({ outcome: "passed", fail: 0 });
});

test("docs/coverage.md says what this run covers: scripts/generate-docs.js writes it", () => {
  const page = renderCoverage({ ...run, requirements });
  expect(readFileSync(join(root, "docs/coverage.md"), "utf8")).toBe(page);
});
