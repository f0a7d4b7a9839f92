import { driverSilent } from "../driver/client.js";
import type { CheckResult } from "../model/result.js";
import type { Cause } from "../model/trace.js";

/**
 * Causes that a busy machine may have brought about as well as the provider, each with how many second drives in a row
 * have to be in vain until it counts as the provider's. A call without an answer has one root and costs its whole time-out
 * again; what was not reached has as many roots as there are exchanges.
 */
const enoughInVain: Readonly<Record<string, number>> = {
  [driverSilent]: 1,
  "scenario-too-long": 1,
  "user-unanswered": 1,
  "not-reached": 3,
};

/** Why a check could not run, where that may be because something did not come in time. */
export function latenessOf({ verdict, cause }: Pick<CheckResult, "verdict" | "cause">): Cause | undefined {
  return verdict === "could-not-run" && cause !== null && cause.code in enoughInVain ? cause : undefined;
}

/** What a run has learnt of second drives for being late. A provider that never answers is not waited for twice each time. */
export interface SecondChances {
  /** Whether this result is late, by a cause that a second drive may still overcome. */
  has(result: CheckResult): boolean;
  /** Takes in what came of a second drive of the same checks. */
  learn(first: readonly CheckResult[], second: readonly CheckResult[]): void;
}

export function secondChances(): SecondChances {
  /** Second drives in a row that were in vain, by root. */
  const inVain = new Map<string, number>();
  return {
    has(result) {
      const cause = latenessOf(result);
      return cause !== undefined && (inVain.get(rootOf(cause)) ?? 0) < (enoughInVain[cause.code] ?? 0);
    },
    learn(first, second) {
      const overcome = new Map<string, boolean>();
      for (const [at, result] of first.entries()) {
        const cause = latenessOf(result);
        if (cause === undefined) continue;
        const root = rootOf(cause);
        overcome.set(root, overcome.get(root) === true || second[at]?.verdict !== "could-not-run");
      }
      for (const [root, was] of overcome) inVain.set(root, was ? 0 : (inVain.get(root) ?? 0) + 1);
    },
  };
}

/** Each method that is not answered is a root of its own; the other messages name what differs from case to case. */
function rootOf({ code, message }: Cause): string {
  return code === driverSilent ? message : code;
}
