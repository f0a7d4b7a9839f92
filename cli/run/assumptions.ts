import type { LoadedProfile } from "../../profiles/built-in.js";
import type { Assumption } from "../../reports/index.js";

/** The values of a profile that are published nowhere. */
export function assumptionsOf({ grades }: Pick<LoadedProfile, "grades">): readonly Assumption[] {
  return [...grades]
    .filter(([, { grade }]) => grade === "inferred" || grade === "pinned")
    .map(([field, { source }]) => ({ field, source }));
}
