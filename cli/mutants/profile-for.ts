import type { Check } from "../../harness/checks/check.js";
import type { Specimen } from "../../harness/mutation/specimen.js";
import type { BuiltInProfile } from "../../profiles/built-in.js";

/** The profile in which each session engine is in use. */
const profileOf: Readonly<Record<string, BuiltInProfile>> = {
  "x3dh-v3": "whatsapp",
  "pqxdh-v4": "whatsapp-pqxdh",
  other: "whatsapp-other",
};

/** Where a specimen lives: in the usual profile, unless a check that names it does not apply there. */
export function profileFor({ id }: Pick<Specimen, "id">, checks: readonly Check[]): BuiltInProfile {
  const naming = checks.filter(({ mutants, lawful }) => id in mutants || lawful.includes(id));
  if (naming.some(({ wire }) => wire === "xml")) return "whatsapp-xml";
  const special = naming.find(({ engines }) => engines?.includes("x3dh-v3") === false);
  return profileOf[special?.engines?.[0] ?? "x3dh-v3"] ?? "whatsapp";
}
