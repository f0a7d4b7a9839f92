import { describe, expect, test } from "@jest/globals";
import { lawfulIds, mutantIds } from "../reference-provider/registry.js";
import { checks, requirements } from "../suites/index.js";
import { spawnInterop } from "./support/interop.js";

interface Matrix {
  readonly mutants: number;
  readonly lawful: number;
  readonly survived: readonly string[];
  readonly mismatches: readonly object[];
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
    const killers = (id: string) => checks.filter((check) => id in check.mutants);
    const isLawful = (id: string): boolean =>
      lawfulIds.includes(id) ||
      (killers(id).length > 0 && killers(id).every(({ requirement }) => optional.has(requirement)));
    expect([...named].filter((id) => !isLawful(id))).toEqual([]);
  });
});

/** All of them, in processes of their own, so that this takes as long as both processors need for it. */
test("every check kills the mutants that it names, for the reason that it names, and no other; lawful variants pass", async () => {
  const { stdout } = await spawnInterop(["mutants", "--json", "--exhaustive"]).finished;
  const { mismatches, survived, mutants, lawful } = JSON.parse(stdout) as Matrix;
  expect(mismatches).toEqual([]);
  expect(survived).toEqual([]);
  expect([mutants, lawful]).toEqual([mutantIds.length, lawfulIds.length]);
});
