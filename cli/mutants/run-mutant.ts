import type { Check } from "../../harness/model/check.js";
import { judgesOf, type MatrixRow, matrixRow } from "../../harness/mutation/matrix.js";
import { inPool } from "../../harness/mutation/pool.js";
import type { BuiltInProfile } from "../../profiles/built-in.js";
import { loadVariation } from "../../reference-provider/registry.js";
import { referenceProvider, runAgainst } from "./in-process.js";

/** Short, because a mutant that stays silent makes every wait for it last this long. */
const hurriedMs = 600;
const unhurriedMs = 3000;

export interface Haste {
  /** With patience for a busy machine. */
  readonly unhurried?: boolean;
}

/** The profile in which each session engine is in use. */
const profileOf: Readonly<Record<string, BuiltInProfile>> = { "x3dh-v3": "whatsapp", "pqxdh-v4": "whatsapp-pqxdh" };

/** Runs one mutant against `checks`, without those of real time that do not name it, in a profile where its checks apply. */
export async function runMutant(id: string, checks: readonly Check[], { unhurried }: Haste = {}): Promise<MatrixRow> {
  const judges = judgesOf(id, checks);
  const provider = referenceProvider(await loadVariation("mutant", id));
  const { result } = await runAgainst(provider, judges, unhurried === true ? unhurriedMs : hurriedMs, {
    profileName: profileFor(id, checks),
  });
  return matrixRow(id, judges, result);
}

/** The usual one, unless a check that names the mutant is about sessions of another kind only. */
function profileFor(id: string, checks: readonly Check[]): BuiltInProfile {
  const special = checks.find(({ mutants, engines }) => id in mutants && engines?.includes("x3dh-v3") === false);
  return profileOf[special?.engines?.[0] ?? "x3dh-v3"] ?? "whatsapp";
}

/**
 * Runs many: several at once, which is quick but may be late on a busy machine, and then those that surprised, alone and
 * with patience, because there is no excuse for them.
 *
 * @param run As `runMutant`, here or in a thread.
 */
export async function runMutants(
  ids: readonly string[],
  width: number,
  run: (id: string, haste: Haste) => Promise<MatrixRow>,
): Promise<readonly MatrixRow[]> {
  const rows = await inPool(ids, width, (id) => run(id, {}));
  const doubtful = rows.filter((row) => row.surprises.length > 0);
  const confirmed = await inPool(doubtful, 1, ({ mutant }) => run(mutant, { unhurried: true }));
  return rows.map((row) => confirmed.find(({ mutant }) => mutant === row.mutant) ?? row);
}
