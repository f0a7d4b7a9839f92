import pMap from "p-map";
import { reasonOf } from "../../core/coded-error.js";
import type { Check } from "../../harness/checks/check.js";
import { matrixRow, names } from "../../harness/mutation/matrix.js";
import type { BuiltInProfile } from "../../profiles/built-in.js";
import { loadVariant } from "../../reference-provider/registry.js";
import { checks } from "../../suites/index.js";
import { referenceProvider, runAgainst } from "../in-process.js";
import type { Order, Report, Work } from "./processes.js";

process.once("disconnect", () => process.exit());
process.once("message", (work: Work) => void runAll(work));

/** Runs a share of the variants, reports each, and ends. */
async function runAll({ orders, sideBySide, patienceMs }: Work): Promise<void> {
  const send = (report: Report): Promise<void> =>
    new Promise((resolve) => void process.send?.(report, undefined, undefined, () => resolve()));
  await pMap(orders, async (order) => send(await runVariant(order, patienceMs)), { concurrency: sideBySide });
  process.exit();
}

async function runVariant({ kind, id, judges: ids }: Order, patienceMs: number): Promise<Report> {
  const judges = checks.filter((check) => ids.includes(check.id));
  try {
    const provider = referenceProvider(loadVariant(kind, id));
    const { result } = await runAgainst(provider, judges, patienceMs, {
      profileName: profileFor(id, judges),
      slow: true,
    });
    return { row: matrixRow({ kind, id }, judges, result) };
  } catch (thrown) {
    return { failure: `Cannot run ${kind} ${id}: ${reasonOf(thrown)}` };
  }
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
