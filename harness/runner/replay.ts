import type { Profile } from "../../profiles/profile.js";
import type { Check } from "../model/check.js";
import type { Requirement } from "../model/requirement.js";
import type { RunInfo, RunResult } from "../model/result.js";
import type { Cause, TraceEntry } from "../model/trace.js";
import { judgeCheck } from "./judge.js";
import { requirementIndex } from "./requirements.js";
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
  const results = checks.map((check) => {
    const own = entries.filter((entry) => entry.step === check.scenario.id);
    const end = own.findLast((entry) => entry.kind === "step" && entry.event === "end");
    const begin = own.find((entry) => entry.kind === "step" && entry.event === "begin");
    const recorded = end?.kind === "step" ? end.blocked : undefined;
    const blocked =
      end === undefined
        ? (cause ?? { code: "not-in-trace", message: "The trace does not hold this exchange" })
        : recorded;
    return judgeCheck({
      check,
      requirement: requirementOf(check),
      profile,
      // A stopped run is not asked what the provider declares for checks it never came to.
      capabilities: end === undefined && cause !== null ? new Set([...capabilities, ...check.needs]) : capabilities,
      entries: own,
      blocked,
      durationMs: end === undefined || begin === undefined ? 0 : Math.round(end.at - begin.at),
    });
  });
  return { schema: "interop-conformance/report@1", run, summary: summarise(results, cause), cause, checks: results };
}
