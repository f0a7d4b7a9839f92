import type { CheckResult } from "../../harness/model/result.js";
import { undeclaredIn } from "../../harness/model/result.js";
import { groupBy } from "./group-by.js";
import type { ResultGroup } from "./groups.js";
import type { RequirementView } from "./readiness.js";

/** Results that one missing capability explains; what else they may be found to lack is asked for once it is there. */
export interface UndeclaredGroup {
  readonly capability: string;
  readonly results: ResultGroup;
}

export interface Division {
  /** The provider was put to the test. */
  readonly tested: readonly CheckResult[];
  /** Largest group first. */
  readonly undeclared: readonly UndeclaredGroup[];
}

/**
 * Sets apart what failed only because the provider does not declare a mandatory capability: of these there is one thing to
 * say, not one for each check.
 */
export function divide(results: readonly CheckResult[]): Division {
  const lacking = results.filter((result) => undeclaredIn(result).length > 0);
  const groups = groupBy(lacking, (result) => undeclaredIn(result)[0] ?? "");
  return {
    tested: results.filter((result) => !lacking.includes(result)),
    undeclared: [...groups]
      .map(([capability, members]) => ({ capability, results: members }))
      .sort((a, b) => b.results.length - a.results.length),
  };
}

/** Rules that are not met for want of one capability. */
export interface UndeclaredRules {
  readonly capability: string;
  readonly rules: readonly RequirementView[];
}

/** The same division for rules: one counts as tested as soon as one of its checks was. */
export function divideRules(views: readonly RequirementView[]): {
  readonly tested: readonly RequirementView[];
  readonly undeclared: readonly UndeclaredRules[];
} {
  const lackOf = ({ results }: RequirementView): string | undefined => {
    const { tested, undeclared } = divide(results.filter(({ findings }) => findings.length > 0));
    return tested.length > 0 ? undefined : undeclared[0]?.capability;
  };
  const groups = groupBy(
    views.filter((view) => lackOf(view) !== undefined),
    (view) => lackOf(view) ?? "",
  );
  return {
    tested: views.filter((view) => lackOf(view) === undefined),
    undeclared: [...groups].map(([capability, rules]) => ({ capability, rules })),
  };
}
