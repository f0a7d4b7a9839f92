import { beforeAll, describe, expect, test } from "@jest/globals";
import { examine } from "../../cli/mutants/examine.js";
import { profileFor } from "../../cli/mutants/profile-for.js";
import { runSpecimen } from "../../cli/mutants/run-specimen.js";
import type { MatrixRow } from "../../harness/mutation/matrix.js";
import type { Specimen } from "../../harness/mutation/specimen.js";
import { lawfulIds, mutantIds } from "../../reference-provider/registry.js";
import { checks } from "../../suites/index.js";

/** The folders of checks, by the suite that tries the mutants that these name. */
const folders = {
  "identity and channel": ["m1-identity", "m2-channel"],
  messaging: ["m3-messaging", "m3-own-protocol"],
  features: ["m4-features", "m5-deletion", "m6-reachability", "groups", "proxy"],
} as const;

/** While some wait for time to pass, another computes. */
const sideBySide = 6;

interface Named extends Specimen {
  /** The checks that name it. */
  readonly judges: readonly string[];
}

/** Each mutant and lawful variant that a check names, once: where its first check is. */
function namedIn(wanted: readonly string[]): readonly Named[] {
  const all = [
    ...mutantIds.map((id): Specimen => ({ kind: "mutant", id })),
    ...lawfulIds.map((id): Specimen => ({ kind: "lawful", id })),
  ];
  return all
    .map((one) => ({
      ...one,
      judges: checks.filter((check) => one.id in check.mutants || check.lawful.includes(one.id)),
    }))
    .filter(({ judges: [first] }) => first !== undefined && wanted.includes(first.id.slice(0, first.id.indexOf("/"))))
    .map(({ judges, ...one }) => ({ ...one, judges: judges.map(({ id }) => id) }));
}

/**
 * Runs each mutant and lawful variant in this process, at the checks that name it and at no other. What does not end as named
 * is run again alone and with patience, because the machine may be busy. The deep tier runs them at all other checks too.
 */
export function mutantsAreKilledWhereNamed(part: keyof typeof folders): void {
  const named = namedIn(folders[part]);
  const rows = new Map<string, MatrixRow>();

  beforeAll(async () => {
    const examinations = named.map(({ kind, id, judges }) => {
      const own = checks.filter((check) => judges.includes(check.id));
      return { kind, id, profile: profileFor({ id }, own), parts: [judges] };
    });
    const found = await examine(examinations, sideBySide, ({ judges, ...specimen }, haste) =>
      runSpecimen(
        specimen,
        checks.filter((check) => judges.includes(check.id)),
        haste,
      ),
    );
    for (const row of found) rows.set(row.id, row);
  });

  describe.each([
    ["mutant", "is killed at each check that names it, for the reason named there"],
    ["lawful", "passes each check that names it"],
  ] as const)("a %s", (wanted, does) => {
    const some = named.filter(({ kind }) => kind === wanted);
    if (some.length === 0) return;
    test.each(some)(`$id ${does}`, ({ id, judges }) => {
      expect(rows.get(id)).toMatchObject({ checks: judges.length, surprises: [] });
    });
  });
}
