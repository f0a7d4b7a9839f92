import { afterRetry, type MatrixRow, matrixRow, names, type ProviderVariant } from "../../harness/mutation/matrix.js";
import { relaxed, shortened } from "../../harness/runner/timing.js";
import type { Timing } from "../../harness/model/trace.js";
import type { BuiltInProfile } from "../../profiles/built-in.js";
import { loadVariant } from "../../reference-provider/registry.js";
import { checks } from "../../suites/index.js";
import { referenceProvider, runAgainst } from "../in-process.js";

/** A variant, and the ids of the checks to run it against. */
export interface Order extends ProviderVariant {
  readonly judges: readonly string[];
  /** Name or file of the profile for checks that need no other one (default: `whatsapp`). */
  readonly profileName?: string | undefined;
}

export interface Pace {
  /** Variants side by side: while some wait for time to pass, another computes. */
  readonly sideBySide: number;
  /** How long a check waits for an event or stanza. */
  readonly patienceMs: number;
  readonly timing: Timing;
}

/** Short, because a mutant that stays silent makes every wait for it last this long. */
const quick: Pace = { sideBySide: 5, patienceMs: 600, timing: shortened };
/**
 * On a busy machine an answer may be late, so retries are alone in their process and patient. Long times of the provider let the delays of
 * the machine matter less; a pause that is too short shows only beside short ones.
 */
const retries: readonly Pace[] = [
  { sideBySide: 1, patienceMs: 6000, timing: shortened },
  { sideBySide: 1, patienceMs: 15_000, timing: relaxed },
  { sideBySide: 1, patienceMs: 15_000, timing: { ...relaxed, reconnectMs: 1280 } },
];

/**
 * Runs variants, and retries what mismatched: a wrong check or variant is wrong every time.
 *
 * @param run Runs the shares side by side.
 * @returns Rows in the order of `orders`.
 */
export async function runMatrix(
  orders: readonly Order[],
  jobs: number,
  run: (shares: readonly (readonly Order[])[], pace: Pace) => Promise<readonly MatrixRow[]>,
): Promise<readonly MatrixRow[]> {
  const profiles = new Map(orders.map(({ id, profileName }) => [id, profileName]));
  const rows = new Map((await run(sharesOf(orders, jobs), quick)).map((row) => [row.id, row]));
  for (const pace of retries) {
    const again = [...rows.values()]
      .filter((row) => row.mismatches.length > 0)
      .map(({ kind, id, mismatches }) => ({
        kind,
        id,
        judges: [...new Set([...mismatches.map(({ check }) => check), ...namingIn(id, mismatches)])],
        profileName: profiles.get(id),
      }));
    for (const retried of await run(sharesOf(again, jobs), pace)) {
      const row = rows.get(retried.id);
      if (row !== undefined) rows.set(row.id, afterRetry(row, retried));
    }
  }
  return orders.flatMap(({ id }) => rows.get(id) ?? []);
}

/** What shows whether a failure elsewhere is a consequence: the checks that name the variant. */
function namingIn(id: string, mismatches: MatrixRow["mismatches"]): readonly string[] {
  const isElsewhere = mismatches.some(({ check }) => checks.every((each) => each.id !== check || !names(each, id)));
  return isElsewhere
    ? checks.filter((check) => names(check, id) && check.scenario.slow === undefined).map((check) => check.id)
    : [];
}

/** One share for each process, the longest orders first, so that none is left for the end. */
function sharesOf(orders: readonly Order[], jobs: number): readonly (readonly Order[])[] {
  const queue = [...orders].sort((one, other) => other.judges.length - one.judges.length);
  return Array.from({ length: jobs }, (_, job) => queue.filter((_order, at) => at % jobs === job));
}

/** Runs a variant in this process. */
export async function runVariant(
  { kind, id, judges: ids, profileName = "whatsapp" }: Order,
  { patienceMs, timing }: Omit<Pace, "sideBySide">,
): Promise<MatrixRow> {
  // Those that name it come first: after several failures of the same call the harness makes it no more.
  const chosen = checks.filter((check) => ids.includes(check.id));
  const judges = [...chosen.filter((check) => names(check, id)), ...chosen.filter((check) => !names(check, id))];
  const variant = loadVariant(kind, id);
  const provider = referenceProvider(variant);
  const { result } = await runAgainst(provider, judges, patienceMs, {
    profileName: variant.profile ?? neededProfile(id) ?? profileName,
    slow: true,
    timing,
  });
  return matrixRow({ kind, id }, judges, result);
}

/** The profile in which each session engine is used. */
const profileOf: Readonly<Record<string, BuiltInProfile>> = { "pqxdh-v4": "whatsapp-pqxdh", other: "whatsapp-other" };

/** The profile to which a check that names the variant applies, if that is not every profile of Signal sessions. */
function neededProfile(id: string): BuiltInProfile | undefined {
  const naming = checks.filter((check) => names(check, id));
  if (naming.some(({ wire }) => wire === "xml")) return "whatsapp-xml";
  const special = naming.find(({ engines }) => engines?.includes("x3dh-v3") === false);
  return profileOf[special?.engines?.[0] ?? ""];
}
