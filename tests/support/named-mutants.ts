import { beforeAll, describe, expect, test } from "@jest/globals";
import pMap from "p-map";
import { runMatrix, runVariant } from "../../cli/mutants/run-matrix.js";
import { type MatrixRow, names, type ProviderVariant } from "../../harness/mutation/matrix.js";
import { lawfulIds, mutantIds } from "../../reference-provider/registry.js";
import { checks } from "../../suites/index.js";

/** The folders of checks, by the suite that tries the variants that these name. */
const folders = {
  "identity and channel": ["m1-identity", "m2-channel"],
  messaging: ["m3-messaging", "m3-own-protocol"],
  features: ["m4-features", "m5-deletion", "m6-reachability", "groups", "proxy"],
} as const;

const swift = checks.filter(({ scenario }) => scenario.slow === undefined);

interface Named extends ProviderVariant {
  /** The checks that name it. */
  readonly judges: readonly string[];
}

/** Each mutant and lawful variant that a check names, once: where its first check is. Slow checks are for the deep tier. */
function namedIn(wanted: readonly string[]): readonly Named[] {
  const all = [
    ...mutantIds.map((id): ProviderVariant => ({ kind: "mutant", id })),
    ...lawfulIds.map((id): ProviderVariant => ({ kind: "lawful", id })),
  ];
  return all
    .map((one) => ({ ...one, judges: swift.filter((check) => names(check, one.id)).map(({ id }) => id) }))
    .filter(({ judges: [first] }) => first !== undefined && wanted.includes(first.slice(0, first.indexOf("/"))));
}

/**
 * Runs each mutant and lawful variant as `interop mutants` does, but in this process: at the checks that name it and at no
 * other. The deep tier runs them at all other checks too.
 */
export function mutantsAreKilledWhereNamed(part: keyof typeof folders): void {
  const named = namedIn(folders[part]);
  let rows: ReadonlyMap<string, MatrixRow>;

  beforeAll(async () => {
    const found = await runMatrix(named, 1, (shares, { sideBySide, ...pace }) =>
      pMap(shares.flat(), (order) => runVariant(order, pace), { concurrency: sideBySide }),
    );
    rows = new Map(found.map((row) => [row.id, row]));
  });

  describe.each([
    ["mutant", "is killed at each check that names it, for the reason named there"],
    ["lawful", "passes each check that names it"],
  ] as const)("a %s", (wanted, does) => {
    const some = named.filter(({ kind }) => kind === wanted);
    if (some.length === 0) return;
    test.each(some)(`$id ${does}`, ({ id, judges }) => {
      expect(rows.get(id)).toMatchObject({ checks: judges.length, mismatches: [] });
    });
  });
}
