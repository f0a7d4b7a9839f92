import { expect, test } from "@jest/globals";
import { lawfulIds, mutantIds } from "../../reference-provider/registry.js";
import { spawnInterop } from "../support/interop.js";

interface Matrix {
  readonly mutants: number;
  readonly lawful: number;
  readonly survivors: readonly string[];
  readonly surprises: readonly object[];
}

/** All of them, in processes of their own, so that this takes as long as both processors need for it. */
test("each mutant dies where a check names it, for the reason named there, and nowhere else; no lawful variant dies", async () => {
  const ids = [...mutantIds, ...lawfulIds];
  const { stdout } = await spawnInterop(["mutants", "--json", "--mutant", ...ids]).finished;
  const { surprises, survivors, mutants, lawful } = JSON.parse(stdout) as Matrix;
  expect(surprises).toEqual([]);
  expect(survivors).toEqual([]);
  expect([mutants, lawful]).toEqual([mutantIds.length, lawfulIds.length]);
});
