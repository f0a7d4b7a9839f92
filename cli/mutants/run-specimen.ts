import type { Check } from "../../harness/model/check.js";
import { type MatrixRow, matrixRow } from "../../harness/mutation/matrix.js";
import { loadVariant } from "../../reference-provider/registry.js";
import { referenceProvider, runAgainst } from "./in-process.js";
import type { Haste, Part } from "./orders.js";

/** Short, because a mutant that stays silent makes every wait for it last this long. */
const hurriedMs = 600;
const unhurriedMs = 3000;

/** Runs one mutant or lawful variant against `judges`. */
export async function runSpecimen(
  { kind, id, profile }: Omit<Part, "judges">,
  judges: readonly Check[],
  { unhurried }: Haste = {},
): Promise<MatrixRow> {
  const provider = referenceProvider(loadVariant(kind, id));
  const patienceMs = unhurried === true ? unhurriedMs : hurriedMs;
  const { result } = await runAgainst(provider, judges, patienceMs, { profileName: profile, slow: true });
  return matrixRow({ kind, id }, judges, result);
}
