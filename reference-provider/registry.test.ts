import { describe, expect, test } from "@jest/globals";
import { type Behaviour, lawfulBehaviour } from "./behaviour/behaviour.js";
import { behaviourWith, override, type ProviderVariant } from "./behaviour/variant.js";
import { lawfulIds, listing, loadVariant, mutantIds } from "./registry.js";

const all = [
  ...mutantIds.map((id): [ProviderVariant["kind"], string] => ["mutant", id]),
  ...lawfulIds.map((id): [ProviderVariant["kind"], string] => ["lawful", id]),
];

/** `area.seam` of everything that differs from the conformant provider. */
function changedSeams(behaviour: Behaviour): string[] {
  return Object.entries(behaviour).flatMap(([area, seams]) => {
    const lawful = Object.entries(lawfulBehaviour).find(([name]) => name === area)?.[1];
    const before = new Map<string, unknown>(Object.entries(lawful ?? {}));
    return Object.entries(seams).flatMap(([name, seam]) => (before.get(name) === seam ? [] : [`${area}.${name}`]));
  });
}

describe("variants", () => {
  test.each(all)("%s %s is one, and is called so", (kind, id) => {
    const variant = loadVariant(kind, id);
    expect(variant).toMatchObject({ kind, id });
    expect(variant.sentence).toMatch(/^[A-Z][^.]+$/);
    expect(changedSeams(behaviourWith(variant.overrides)).length).toBeGreaterThanOrEqual(1);
    expect(changedSeams(behaviourWith(variant.overrides)).length).toBeLessThanOrEqual(3);
  });

  test("have names of their own", () => {
    expect(new Set(all.map(([, id]) => id)).size).toBe(all.length);
  });

  test("share nothing that they remember", () => {
    const [one, other] = ["one", "other"].map(() => loadVariant("mutant", "drowns-in-undecryptable"));
    expect(one?.overrides.messaging?.onUndecryptable).not.toBe(other?.overrides.messaging?.onUndecryptable);
  });

  test("remember nothing when their overrides are put in again", async () => {
    const { overrides, fresh } = loadVariant("mutant", "hangs-on-odd-file-lengths");
    const behaviour = behaviourWith(overrides);
    const content = { mediaType: "image", mediaKey: new Uint8Array(32) } as never;
    const open = (bytes: number): unknown => behaviour.files.open(new Uint8Array(bytes), content);
    const odd = "media-not-blocks";
    expect(() => open(3)).toThrow(expect.objectContaining({ code: odd }));
    expect(() => open(42)).toThrow(expect.objectContaining({ code: odd }));
    override(behaviour, fresh?.() ?? {});
    expect(() => open(42)).toThrow(expect.not.objectContaining({ code: odd }));
  });

  test("are listed with what they do", () => {
    const lines = listing().trim().split("\n");
    expect(lines).toHaveLength(all.length + 5);
    expect(lines).toContain("--mutant jwks-not-a-set: Serves a bare key in place of a set of keys");
  });

  test.each(["nobody", "toString", ""])("are not found under %j", (id) => {
    expect(() => loadVariant("mutant", id)).toThrow("--list");
  });
});

test("no override leaves the conformant provider", () => {
  expect(changedSeams(behaviourWith())).toEqual([]);
});
