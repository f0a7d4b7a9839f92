import { expect, test } from "@jest/globals";
import { checks } from "../suites/index.js";
import { referenceProvider, runAgainst } from "./support/run-in-process.js";

const usual = checks.filter(({ engines }) => engines === undefined || engines.includes("x3dh-v3"));

test("the reference provider passes every check", async () => {
  const { result } = await runAgainst(referenceProvider(), checks);
  const others = result.checks.filter((check) => check.verdict !== "pass");
  expect(others.map(({ id, verdict, cause, findings }) => ({ id, verdict, cause, findings }))).toEqual([]);
  expect(result.summary).toMatchObject({ outcome: "passed", pass: usual.length });
}, 60_000);
