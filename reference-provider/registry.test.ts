import { describe, expect, test } from "@jest/globals";
import { type Behaviour, lawfulBehaviour } from "./behaviour/behaviour.js";
import { behaviourWith, type Variation } from "./behaviour/variation.js";
import { lawfulIds, listing, loadVariation, mutantIds } from "./registry.js";

const all = [
  ...mutantIds.map((id): [Variation["kind"], string] => ["mutant", id]),
  ...lawfulIds.map((id): [Variation["kind"], string] => ["lawful", id]),
];

/** `area.seam` of everything that differs from the conformant provider. */
function changedSeams(behaviour: Behaviour): string[] {
  return Object.entries(behaviour).flatMap(([area, seams]) => {
    const lawful = Object.entries(lawfulBehaviour).find(([name]) => name === area)?.[1];
    const before = new Map<string, unknown>(Object.entries(lawful ?? {}));
    return Object.entries(seams).flatMap(([name, seam]) => (before.get(name) === seam ? [] : [`${area}.${name}`]));
  });
}

describe("variations", () => {
  test.each(all)("%s %s is one, and is called so", async (kind, id) => {
    const variation = await loadVariation(kind, id);
    expect(variation).toMatchObject({ kind, id });
    expect(variation.sentence).toMatch(/^[A-Z][^.]+$/);
    expect(changedSeams(behaviourWith(variation.overrides)).length).toBeGreaterThanOrEqual(1);
    expect(changedSeams(behaviourWith(variation.overrides)).length).toBeLessThanOrEqual(2);
  });

  test("have names of their own", () => {
    expect(new Set(all.map(([, id]) => id)).size).toBe(all.length);
  });

  test("are listed with what they do", async () => {
    const lines = (await listing()).trim().split("\n");
    expect(lines).toHaveLength(all.length + 5);
    expect(lines).toContain("--mutant jwks-not-a-set: Serves a bare key in place of a set of keys");
  });

  test.each(["nobody", "toString", ""])("are not found under %j", async (id) => {
    await expect(loadVariation("mutant", id)).rejects.toThrow("--list");
  });
});

test("no override leaves the conformant provider", () => {
  expect(changedSeams(behaviourWith())).toEqual([]);
});
