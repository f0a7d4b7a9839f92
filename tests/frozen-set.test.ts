import { describe, expect, test } from "@jest/globals";
import { root } from "./sources.js";

interface FrozenSet {
  readonly requirements: Readonly<Record<string, string>>;
  readonly checks: Readonly<Record<string, string>>;
}

interface FrozenSetModule {
  readSet(folder: string): FrozenSet;
  currentSet(folder: string): FrozenSet;
  compareWithSet(
    frozen: FrozenSet,
    current: FrozenSet,
  ): { problems: { id: string; message: string }[]; added: string[] };
}

// A script, which has no declarations.
const { compareWithSet, currentSet, readSet } = (await import(`${root}/scripts/freeze-set.js`)) as FrozenSetModule;

describe("the frozen set", () => {
  test("holds what there was, as it was: run scripts/freeze-set.js when this fails", () => {
    const frozen = readSet(root);
    expect(Object.keys(frozen.checks).length).toBeGreaterThan(100);
    expect(compareWithSet(frozen, currentSet(root)).problems.map(({ message }) => message)).toEqual([]);
  });

  const frozen: FrozenSet = { requirements: { "M1-01": "MUST published" }, checks: { "m1/a": "1 abc" } };

  test.each([
    ["a requirement that is gone", { ...frozen, requirements: {} }, "M1-01"],
    ["another grade", { ...frozen, requirements: { "M1-01": "MUST inferred" } }, "M1-01"],
    ["a check that is gone", { ...frozen, checks: {} }, "m1/a"],
    ["other code under the same version", { ...frozen, checks: { "m1/a": "1 abd" } }, "m1/a"],
    ["an earlier version", { ...frozen, checks: { "m1/a": "0 abc" } }, "m1/a"],
  ])("guards against %s", (_what, current, id) => {
    expect(compareWithSet(frozen, current).problems.map((problem) => problem.id)).toEqual([id]);
  });

  test("lets new rows and higher versions pass", () => {
    const requirements = { ...frozen.requirements, "M1-02": "MAY inferred" };
    const current = { requirements, checks: { "m1/a": "2 abd", "m1/b": "1 aaa" } };
    expect(compareWithSet(frozen, current)).toEqual({ problems: [], added: ["m1/b"] });
  });
});
