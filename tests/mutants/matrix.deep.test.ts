import { expect, test } from "@jest/globals";
import { lawfulIds, mutantIds } from "../../reference-provider/registry.js";
import { spawnInterop } from "../support/interop.js";

interface Matrix {
  readonly mutants: number;
  readonly lawful: number;
  readonly survived: readonly string[];
  readonly mismatches: readonly object[];
}

/** All of them, in processes of their own, so that this takes as long as both processors need for it. */
test("every check kills the mutants that it names, for the reason that it names, and no other; lawful variants pass", async () => {
  const { stdout } = await spawnInterop(["mutants", "--json", "--exhaustive"]).finished;
  const { mismatches, survived, mutants, lawful } = JSON.parse(stdout) as Matrix;
  expect(mismatches).toEqual([]);
  expect(survived).toEqual([]);
  expect([mutants, lawful]).toEqual([mutantIds.length, lawfulIds.length]);
});
