import { describe, expect, test } from "@jest/globals";
import { runMutant, runMutants } from "../cli/mutants/run-mutant.js";
import { inPool } from "../harness/mutation/pool.js";
import { lawfulIds, loadVariation, mutantIds } from "../reference-provider/registry.js";
import type { CheckResult } from "../harness/model/result.js";
import { checks } from "../suites/index.js";
import { referenceProvider, runAgainst } from "./support/run-in-process.js";

const width = 4;

/** A check that does not apply to a provider without a proxy. */
function isAboutProxies({ verdict, requirement }: CheckResult): boolean {
  return verdict === "not-applicable" && requirement.startsWith("PX-");
}

describe("mutants", () => {
  test("every check has one, and every one has a check", () => {
    const named = new Set(checks.flatMap((check) => Object.keys(check.mutants)));
    expect(checks.filter((check) => Object.keys(check.mutants).length === 0).map((check) => check.id)).toEqual([]);
    expect([...named].filter((id) => !mutantIds.includes(id))).toEqual([]);
    expect(mutantIds.filter((id) => !named.has(id))).toEqual([]);
  });

  test("each dies at the checks that name it, for the reason named there, and nowhere else", async () => {
    const rows = await runMutants(mutantIds, width, (id, options) => runMutant(id, checks, options));
    expect(rows.flatMap((row) => row.surprises)).toEqual([]);
  }, 900_000);
});

describe("lawful variants", () => {
  test("every one that a check names exists", () => {
    const named = new Set(checks.flatMap((check) => check.lawful));
    expect([...named].filter((id) => !lawfulIds.includes(id))).toEqual([]);
  });

  test("each passes every check", async () => {
    const found = await inPool(lawfulIds, 2, async (id) => {
      const { result } = await runAgainst(referenceProvider(await loadVariation("lawful", id)), checks);
      return result.checks
        .filter((check) => check.verdict !== "pass" && !isAboutProxies(check))
        .map((check) => ({
          variant: id,
          check: check.id,
          verdict: check.verdict,
          findings: check.findings,
          cause: check.cause,
        }));
    });
    expect(found.flat()).toEqual([]);
  }, 300_000);
});
