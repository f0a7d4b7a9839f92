import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { renderCoverage } from "../reports/index.js";
import { loadVariant } from "../reference-provider/registry.js";
import { checks, requirements } from "../suites/index.js";
import { root } from "./sources.js";
import { conformantRun, type InProcessRun, notPassed } from "./support/run-in-process.js";

let run: InProcessRun;

beforeAll(async () => {
  run = await conformantRun(checks, { variant: loadVariant("lawful", "through-a-proxy") });
});

test("the reference provider, with the proxy that it has on demand, passes every check of the profile", () => {
  const { result } = run;
  const idle = ["other-engine", "other-wire", "needs-slow"];
  expect(notPassed(run).filter(({ cause }) => !idle.includes(cause?.code ?? ""))).toEqual([]);
  expect(result.checks).toHaveLength(checks.length);
  expect(result.summary).toMatchObject({ outcome: "passed", fail: 0 });
});

test("docs/coverage.md says what this run covers: scripts/generate-docs.js writes it", () => {
  const page = renderCoverage({ ...run, requirements });
  expect(readFileSync(join(root, "docs/coverage.md"), "utf8")).toBe(page);
});
