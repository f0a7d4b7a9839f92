import type { Profile } from "../../profiles/profile.js";
import type { Check } from "../model/check.js";
import { namedCapabilities } from "../model/needs.js";
import type { Requirement } from "../model/requirement.js";
import type { CheckResult, RunInfo, RunResult } from "../model/result.js";
import type { Cause, TraceEntry } from "../model/trace.js";
import { stepOfRepetition } from "../model/repetition.js";
import { confirm } from "./confirm.js";
import type { StepOutcome } from "./run-step.js";
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
    const judge = (step: string): CheckResult =>
      judgeCheck({
        ...recorded(entries, step, cause ?? (check.scenario.slow === undefined ? notInTrace : undefined)),
        check,
        requirement: requirementOf(check),
        profile,
        // A stopped run is not asked what the provider declares for checks it never came to.
        capabilities:
          cause !== null && !ended(entries, step)
            ? new Set([...capabilities, ...namedCapabilities(check.needs)])
            : capabilities,
      });
    const first = judge(check.scenario.id);
    const again = stepOfRepetition(check.scenario.id);
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
function recorded(all: readonly TraceEntry[], step: string, missing: Cause | undefined): StepOutcome {
  const entries = all.filter((entry) => entry.step === step);
  const end = entries.findLast((entry) => entry.kind === "step" && entry.event === "end");
  const begin = entries.find((entry) => entry.kind === "step" && entry.event === "begin");
  if (end?.kind !== "step") return { entries, blocked: missing, durationMs: 0 };
  return { entries, blocked: end.blocked, durationMs: begin === undefined ? 0 : Math.round(end.at - begin.at) };
}

function ended(all: readonly TraceEntry[], step: string): boolean {
  return all.some((entry) => entry.step === step && entry.kind === "step" && entry.event === "end");
}

const notInTrace: Cause = { code: "not-in-trace", message: "The trace does not hold this exchange" };
