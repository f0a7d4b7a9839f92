import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { documentVersions } from "../harness/model/requirement.js";
import { root } from "./sources.js";

interface FrozenSet {
  readonly requirements: Readonly<Record<string, string>>;
  readonly checks: Readonly<Record<string, string>>;
}

interface FrozenSetModule {
  readonly versions: readonly string[];
  readSet(folder: string, version: string): FrozenSet;
  currentSet(folder: string, version: string): FrozenSet;
  compareWithSet(
    frozen: FrozenSet,
    current: FrozenSet,
  ): { problems: { id: string; message: string }[]; added: string[] };
}

// A script, which has no declarations.
const { compareWithSet, currentSet, readSet, versions } = (await import(
  `${root}/scripts/freeze-set.js`
)) as FrozenSetModule;

describe("the frozen set", () => {
  test.each(versions)("of %s holds what there was, as it was: run scripts/freeze-set.js when this fails", (version) => {
    const set = readSet(root, version);
    expect(Object.keys(set.checks).length).toBeGreaterThan(100);
    expect(compareWithSet(set, currentSet(root, version)).problems.map(({ message }) => message)).toEqual([]);
  });

  test("knows the versions that the rest of the project knows", () => {
    expect(versions).toEqual([...documentVersions]);
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

  test("holds for a row of a family what the family judges and what the row gives it", () => {
    const usual = stateOfRow({ judge: "isNot(1)", value: 1, hint: "Do it." });
    expect(stateOfRow({ judge: "is(1)", value: 1, hint: "Do it." })).not.toBe(usual);
    expect(stateOfRow({ judge: "isNot(1)", value: 2, hint: "Do it." })).not.toBe(usual);
    expect(stateOfRow({ judge: "isNot(1)", value: 1, hint: "Do it at once." })).toBe(usual);
  });

  test("lets new rows and higher versions pass", () => {
    const requirements = { ...frozen.requirements, "M1-02": "MAY inferred" };
    const current = { requirements, checks: { "m1/a": "2 abd", "m1/b": "1 aaa" } };
    expect(compareWithSet(frozen, current)).toEqual({ problems: [], added: ["m1/b"] });
  });
});

/** The state of a check that is a row of a family, in a folder with nothing else. */
function stateOfRow({ judge, value, hint }: { judge: string; value: number; hint: string }): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "interop-frozen-set-"));
  for (const name of ["requirements", "kit", "m1"]) mkdirSync(join(folder, "suites", name), { recursive: true });
  const family = [
    "export function family(id, row) {",
    "  return check(id, {",
    "    reached,",
    `    ${judge},`,
    "  });",
    "}",
    "",
  ];
  const check = [
    'import { family } from "../kit/family.js";',
    'export default family("m1/a", {',
    '  requirement: "M1-01",',
    `  value: ${value},`,
    `  hint: "${hint}",`,
    "});",
    "",
  ];
  writeFileSync(
    join(folder, "suites/requirements/m1.yaml"),
    "- { id: M1-01, level: MUST, grade: published, since: 1.0.0, checks: [m1/a] }\n",
  );
  writeFileSync(join(folder, "suites/kit/family.ts"), family.join("\n"));
  writeFileSync(join(folder, "suites/m1/a.ts"), check.join("\n"));
  return currentSet(folder, "1.0.3").checks["m1/a"];
}
