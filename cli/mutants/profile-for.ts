import type { Check } from "../../harness/model/check.js";
import type { Specimen } from "../../harness/mutation/specimen.js";
import type { BuiltInProfile } from "../../profiles/built-in.js";

/** The profile in which each session engine is in use. */
const profileOf: Readonly<Record<string, BuiltInProfile>> = {
  "x3dh-v3": "whatsapp",
  "pqxdh-v4": "whatsapp-pqxdh",
  other: "whatsapp-other",
};

/** Where a specimen lives: in the usual profile, unless a check that names it is about sessions of another kind only. */
export function profileFor({ id }: Pick<Specimen, "id">, checks: readonly Check[]): BuiltInProfile {
  const special = checks.find(({ mutants, engines }) => id in mutants && engines?.includes("x3dh-v3") === false);
  return profileOf[special?.engines?.[0] ?? "x3dh-v3"] ?? "whatsapp";
}
