import { describe, expect, test } from "@jest/globals";
import { lawfulIds, mutantIds } from "../../reference-provider/registry.js";
import { checks, requirements } from "../../suites/index.js";

describe("the names in the checks", () => {
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
