import { describe, expect, test } from "@jest/globals";
import { lawfulIds, mutantIds } from "../reference-provider/registry.js";
import { checks, requirements } from "../suites/index.js";
import { spawnInterop } from "./support/interop.js";

interface Matrix {
  readonly mutants: number;
  readonly lawful: number;
  readonly survivors: readonly string[];
  readonly surprises: readonly object[];
}

describe("mutants", () => {
  test("every check has one, and every one has a check", () => {
    const named = new Set(checks.flatMap((check) => Object.keys(check.mutants)));
    expect(checks.filter((check) => Object.keys(check.mutants).length === 0).map((check) => check.id)).toEqual([]);
    expect([...named].filter((id) => !mutantIds.includes(id))).toEqual([]);
    expect(mutantIds.filter((id) => !named.has(id))).toEqual([]);
  });

  test("every lawful variant that a check names exists, or is a mutant that breaks what a provider only should do", () => {
    const named = new Set(checks.flatMap((check) => check.lawful));
    const optional = new Set(requirements.filter(({ level }) => level !== "MUST").map(({ id }) => id));
    const dies = (id: string) => checks.filter((check) => id in check.mutants);
    const isLawful = (id: string): boolean =>
      lawfulIds.includes(id) || (dies(id).length > 0 && dies(id).every(({ requirement }) => optional.has(requirement)));
    expect([...named].filter((id) => !isLawful(id))).toEqual([]);
  });
});

/** All of them, in processes of their own, so that this takes as long as both processors need for it. */
test("each mutant dies where a check names it, for the reason named there, and nowhere else; no lawful variant dies", async () => {
  const ids = [...mutantIds, ...lawfulIds];
  const { stdout } = await spawnInterop(["mutants", "--json", "--mutant", ...ids]).finished;
  const { surprises, survivors, mutants, lawful } = JSON.parse(stdout) as Matrix;
  expect(surprises).toEqual([]);
  expect(survivors).toEqual([]);
  expect([mutants, lawful]).toEqual([mutantIds.length, lawfulIds.length]);
});
