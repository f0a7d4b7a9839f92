import { driverSilent } from "../driver/client.js";
import { type CheckResult, retried, retryOf } from "../model/result.js";
import { machineBusy } from "./busy-machine.js";

interface Rule {
  /** After so many retries in a row that changed nothing, the cause counts as the provider's, and is not retried any more. */
  readonly inVain: number;
  /** Retries for this reason in one run, at most. */
  readonly perRun: number;
}

/** A check that failed: sometimes wrong is another finding than always wrong, so every failure is tried twice. */
const failure: Rule = { inVain: Number.POSITIVE_INFINITY, perRun: 100 };

/**
 * Causes of could-not-run that a busy machine can bring about as well as the provider. With any other cause, for example a
 * refused login, a retry would end in the same way.
 *
 * A call without an answer costs its whole time-out again, so one retry in vain is enough. What was not reached has as many
 * reasons as there are scenarios, so it takes three.
 */
const causes: Readonly<Record<string, Rule>> = {
  [driverSilent]: { inVain: 1, perRun: 20 },
  "scenario-too-long": { inVain: 1, perRun: 10 },
  "user-unanswered": { inVain: 1, perRun: 20 },
  "not-reached": { inVain: 3, perRun: 30 },
  "connect-failed": { inVain: 1, perRun: 10 },
  // Words of the bundled provider, for a connection that ended under it.
  "connection-ended": { inVain: 1, perRun: 10 },
  "no-reply": { inVain: 1, perRun: 10 },
  "not-connected": { inVain: 1, perRun: 10 },
  [machineBusy]: { inVain: 5, perRun: 60 },
};

/** What a run has learnt of its retries. All workers share it: behind each is the same provider. */
export interface RetryPolicy {
  /** Whether to run the scenario with these results again; if so, counts the retry. */
  grants(first: readonly CheckResult[]): boolean;
  /** Learns from a retry in which the same checks were judged in the same order. */
  learn(first: readonly CheckResult[], second: readonly CheckResult[]): void;
}

export function retryPolicy(): RetryPolicy {
  const granted = new Map<Rule, number>();
  /** In a row, by root. */
  const inVain = new Map<string, number>();

  function allows({ rule, root }: Reason): boolean {
    return (inVain.get(root) ?? 0) < rule.inVain && (granted.get(rule) ?? 0) < rule.perRun;
  }

  return {
    grants(first) {
      const reasons = first.flatMap((result) => reasonFor(result) ?? []).filter(allows);
      for (const rule of new Set(reasons.map((reason) => reason.rule))) granted.set(rule, (granted.get(rule) ?? 0) + 1);
      return reasons.length > 0;
    },
    learn(first, second) {
      const helped = new Map<string, boolean>();
      for (const [at, result] of first.entries()) {
        const reason = reasonFor(result);
        if (reason === undefined) continue;
        helped.set(reason.root, helped.get(reason.root) === true || second[at]?.verdict !== "could-not-run");
      }
      for (const [root, did] of helped) inVain.set(root, did ? 0 : (inVain.get(root) ?? 0) + 1);
    },
  };
}

/** The results of a scenario in view of its retry, in which the same checks were judged in the same order. */
export function decide(first: readonly CheckResult[], second: readonly CheckResult[]): readonly CheckResult[] {
  return first.map((result, at) => {
    const again = second[at];
    const reason = reasonFor(result);
    if (again === undefined || reason === undefined) return result;
    return reason.rule === failure ? confirmed(result, again) : decided(result, again);
  });
}

interface Reason {
  readonly rule: Rule;
  /** What retries in vain are counted by. */
  readonly root: string;
}

/** Whether a retry may change this result. */
export function isRetryable(result: CheckResult): boolean {
  return reasonFor(result) !== undefined;
}

/** Why a result is worth a retry; undefined when it is not. */
function reasonFor({ verdict, cause, reached }: CheckResult): Reason | undefined {
  // A failure without evidence, such as a missing capability, does not depend on the run.
  if (verdict === "fail" || verdict === "warn") return reached.length > 0 ? { rule: failure, root: "" } : undefined;
  if (verdict !== "could-not-run" || cause === null) return undefined;
  // What the trace says about it does not tell whether a busy machine brought it about.
  const { code, message } = cause.said ?? cause;
  if (!Object.hasOwn(causes, code)) return undefined;
  const rule = causes[code];
  // Each method that is not answered is a root. Messages of other causes differ from scenario to scenario.
  return rule && { rule, root: code === driverSilent ? message : code };
}

/**
 * Failed twice is failed. Failed once and passed once is `unstable`, with the findings of the first run. A retry that decided
 * nothing changes nothing.
 */
function confirmed(first: CheckResult, second: CheckResult): CheckResult {
  if (second.verdict !== "pass") return first;
  const message = `Failed in scenario ${first.scenario}, passed on a retry, in scenario ${retryOf(first.scenario)}`;
  return {
    ...first,
    verdict: "unstable",
    cause: { code: "unstable", message },
    durationMs: first.durationMs + second.durationMs,
    reached: [...first.reached, ...second.reached],
  };
}

/** Where the first run decided nothing, the retry decides, and the result says so. */
function decided(first: CheckResult, second: CheckResult): CheckResult {
  const scenario = retryOf(first.scenario);
  const durationMs = first.durationMs + second.durationMs;
  if (second.verdict === "could-not-run") {
    // On a calm machine, the cause is another one: the provider's.
    const isClearer = first.cause?.code === machineBusy && second.cause?.code !== machineBusy;
    return isClearer ? { ...second, scenario, durationMs } : first;
  }
  const message = `Decided on a retry: scenario ${scenario} has the evidence; the first run could not be judged (${first.cause?.message ?? ""})`;
  return {
    ...second,
    scenario,
    // A failure keeps its own cause, which says what to repair.
    cause: second.cause ?? { code: retried, message },
    durationMs,
  };
}
