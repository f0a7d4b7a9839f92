import type { Profile } from "../../profiles/profile.js";
import { type Check, namedCapabilities } from "../checks/check.js";
import type { Requirement } from "../model/requirement.js";
import { type CheckResult, retryOf, type RunInfo, type RunResult } from "../model/result.js";
import type { Cause, TraceEntry } from "../model/trace.js";
import { judgeCheck, requirementIndex, type ScenarioOutcome } from "./judge.js";
import { decide } from "./retry-policy.js";
import { runResult } from "./summary.js";

export interface ReplayInput {
  readonly checks: readonly Check[];
  readonly requirements: readonly Requirement[];
  readonly profile: Profile;
  readonly run: RunInfo;
  /** What stopped the recorded run as a whole. */
  readonly cause: Cause | null;
  readonly entries: readonly TraceEntry[];
}

/** Judges a stored trace again, without provider and network; the verdicts are the same. */
export function replayTrace({ checks, requirements, profile, run, cause, entries }: ReplayInput): RunResult {
  const capabilities = new Set(run.provider.capabilities);
  const requirementOf = requirementIndex(requirements);
  const results = checks.flatMap((check) => {
    const judge = (scenario: string, again: boolean): CheckResult =>
      judgeCheck(
        {
          ...recorded(entries, scenario, cause ?? (check.scenario.slow === undefined ? notInTrace : undefined)),
          check,
          requirement: requirementOf(check),
          profile,
          byHand: run.byHand === true,
          // Which capabilities the provider declares does not matter for checks that a stopped run never reached.
          capabilities:
            cause !== null && !ended(entries, scenario)
              ? new Set([...capabilities, ...namedCapabilities(check.needs)])
              : capabilities,
        },
        again,
      );
    const first = judge(check.scenario.id, false);
    const again = retryOf(check.scenario.id);
    return ended(entries, again) ? decide([first], [judge(again, true)]) : [first];
  });
  return runResult({ run, cause, checks: results, profile, requirements, entries });
}

/** What the trace holds of a scenario. `missing` is why there may be nothing. */
function recorded(all: readonly TraceEntry[], scenario: string, missing: Cause | undefined): ScenarioOutcome {
  const entries = all.filter((entry) => entry.scenario === scenario);
  const end = entries.findLast((entry) => entry.kind === "scenario" && entry.event === "end");
  const begin = entries.find((entry) => entry.kind === "scenario" && entry.event === "begin");
  if (end?.kind !== "scenario") return { entries, blocked: missing, durationMs: 0 };
  return {
    entries,
    blocked: end.blocked,
    durationMs: begin === undefined ? 0 : Math.round(end.at - begin.at),
    ...(end.pressure !== undefined && { pressure: end.pressure }),
  };
}

function ended(all: readonly TraceEntry[], scenario: string): boolean {
  return all.some((entry) => entry.scenario === scenario && entry.kind === "scenario" && entry.event === "end");
}

const notInTrace: Cause = { code: "not-in-trace", message: "The trace does not hold this scenario" };
