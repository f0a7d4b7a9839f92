import { describe, expect, test } from "@jest/globals";
import { lawfulIds, loadVariation, mutantIds } from "../reference-provider/registry.js";
import type { Check } from "../harness/model/check.js";
import { checks } from "../suites/index.js";
import { type Surprise, surprises } from "./support/kills.js";
import { inPool } from "./support/pool.js";
import { referenceProvider, runAgainst } from "./support/run-in-process.js";

/** Short, because a mutant that stays silent makes every wait for it last this long. */
const patienceMs = 600;
const unhurriedMs = 3000;
const width = 4;

/**
 * The checks that a mutant is run against: all of them, but for those of real time, which cost half a second each and
 * are run only where they name the mutant.
 */
function judgesOf(mutant: string): readonly Check[] {
  return checks.filter((check) => mutant in check.mutants || !check.needs.includes("timing"));
}

describe("mutants", () => {
  test("every check has one, and every one has a check", () => {
    const named = new Set(checks.flatMap((check) => Object.keys(check.mutants)));
    expect(checks.filter((check) => Object.keys(check.mutants).length === 0).map((check) => check.id)).toEqual([]);
    expect([...named].filter((id) => !mutantIds.includes(id))).toEqual([]);
    expect(mutantIds.filter((id) => !named.has(id))).toEqual([]);
  });

  async function surprisesOf(id: string, patience: number): Promise<readonly Surprise[]> {
    const provider = referenceProvider(await loadVariation("mutant", id));
    const { result } = await runAgainst(provider, judgesOf(id), patience);
    return surprises(id, checks, result);
  }

  test("each dies at the checks that name it, for the reason named there, and nowhere else", async () => {
    const found = await inPool(mutantIds, width, async (id) => ({ id, surprises: await surprisesOf(id, patienceMs) }));
    // Several at once are quick but may be late on a busy machine; alone and with patience there is no excuse.
    const doubtful = found.filter((mutant) => mutant.surprises.length > 0);
    const confirmed = await inPool(doubtful, 1, ({ id }) => surprisesOf(id, unhurriedMs));
    expect(confirmed.flat()).toEqual([]);
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
        .filter((check) => check.verdict !== "pass")
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
