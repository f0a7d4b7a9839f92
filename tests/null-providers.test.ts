import { expect, test } from "@jest/globals";
import { nullDriver, nullKinds } from "../reference-provider/null/null-driver.js";
import { checks } from "../suites/index.js";
import { runAgainst } from "./support/run-in-process.js";

test.each(nullKinds)("a provider that is %s passes nothing", async (kind) => {
  const { result } = await runAgainst(nullDriver(kind), checks, 50);
  const passed = result.checks.filter((check) => check.verdict === "pass").map((check) => check.id);
  expect(passed).toEqual([]);
  expect(result.checks).toHaveLength(checks.length);
  expect(result.checks.filter((check) => check.cause?.code === "harness-fault")).toEqual([]);
  expect(result.summary.outcome).not.toBe("passed");
});
