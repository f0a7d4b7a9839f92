import type { Profile } from "../../profiles/profile.js";
import type { Check } from "../checks/check.js";
import { namedCapabilities } from "../checks/check.js";
import type { Requirement } from "../model/requirement.js";
import type { CheckResult, RunInfo, RunResult } from "../model/result.js";
import type { Cause, TraceEntry } from "../model/trace.js";
import { retryOf } from "../model/repetition.js";
import { confirm } from "./confirm.js";
import type { ScenarioOutcome } from "./run-scenario.js";
import { judgeCheck } from "./judge.js";
import { requirementIndex } from "./requirements.js";
import { statementFor } from "./statement.js";
import { summarise } from "./summary.js";

export interface ReplayInput {
  readonly checks: readonly Check[];
  readonly requirements: readonly Requirement[];
  readonly profile: Profile;
  readonly run: RunInfo;
  /** What stopped the recorded run as a whole. */
  readonly cause: Cause | null;
  readonly entries: readonly TraceEntry[];
}

/** Judges a stored trace again: no provider, no network, the same verdicts. */
export function replayTrace({ checks, requirements, profile, run, cause, entries }: ReplayInput): RunResult {
  const capabilities = new Set(run.provider.capabilities);
  const requirementOf = requirementIndex(requirements);
  const results = checks.flatMap((check) => {
    const judge = (scenario: string): CheckResult =>
      judgeCheck({
        ...recorded(entries, scenario, cause ?? (check.scenario.slow === undefined ? notInTrace : undefined)),
        check,
        requirement: requirementOf(check),
        profile,
        // A stopped run is not asked what the provider declares for checks it never came to.
        capabilities:
          cause !== null && !ended(entries, scenario)
            ? new Set([...capabilities, ...namedCapabilities(check.needs)])
            : capabilities,
      });
    const first = judge(check.scenario.id);
    const again = retryOf(check.scenario.id);
    return ended(entries, again) ? (confirm([first], [judge(again)])[0] ?? first) : first;
  });
  const statement = statementFor({ profile, requirements, results });
  return {
    schema: "interop-conformance/report@1",
    run,
    summary: summarise(results, cause),
    cause,
    checks: results,
    ...(statement !== undefined && { statement }),
  };
}

/** What the trace holds of one drive. `missing` is why there may be nothing. */
function recorded(all: readonly TraceEntry[], scenario: string, missing: Cause | undefined): ScenarioOutcome {
  const entries = all.filter((entry) => entry.scenario === scenario);
  const end = entries.findLast((entry) => entry.kind === "scenario" && entry.event === "end");
  const begin = entries.find((entry) => entry.kind === "scenario" && entry.event === "begin");
  if (end?.kind !== "scenario") return { entries, blocked: missing, durationMs: 0 };
  return { entries, blocked: end.blocked, durationMs: begin === undefined ? 0 : Math.round(end.at - begin.at) };
}

function ended(all: readonly TraceEntry[], scenario: string): boolean {
  return all.some((entry) => entry.scenario === scenario && entry.kind === "scenario" && entry.event === "end");
}

const notInTrace: Cause = { code: "not-in-trace", message: "The trace does not hold this exchange" };
