import type { Check } from "../../harness/checks/check.js";
import { type MatrixRow, matrixRow, names } from "../../harness/mutation/matrix.js";
import type { BuiltInProfile } from "../../profiles/built-in.js";
import { loadVariant } from "../../reference-provider/registry.js";
import { checks } from "../../suites/index.js";
import { referenceProvider, runAgainst } from "../in-process.js";
import type { Order } from "./processes.js";

/** Runs a variant in this process, against the checks of its order. */
export async function runVariant({ kind, id, judges: ids }: Order, patienceMs: number): Promise<MatrixRow> {
  const judges = checks.filter((check) => ids.includes(check.id));
  const provider = referenceProvider(loadVariant(kind, id));
  const profileName = profileFor(id, judges);
  const { result } = await runAgainst(provider, judges, patienceMs, { profileName, slow: true });
  return matrixRow({ kind, id }, judges, result);
}

/** The profile in which each session engine is used. */
const profileOf: Readonly<Record<string, BuiltInProfile>> = { "pqxdh-v4": "whatsapp-pqxdh", other: "whatsapp-other" };

/** The profile for a variant: the usual one, unless a check that names the variant does not apply there. */
function profileFor(id: string, judges: readonly Check[]): BuiltInProfile {
  const naming = judges.filter((check) => names(check, id));
  if (naming.some(({ wire }) => wire === "xml")) return "whatsapp-xml";
  const special = naming.find(({ engines }) => engines?.includes("x3dh-v3") === false);
  return profileOf[special?.engines?.[0] ?? ""] ?? "whatsapp";
}
