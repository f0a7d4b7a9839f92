import { DriverError } from "../driver/errors.js";
import type { ProviderDescription } from "../driver/methods.js";
import { namedCapabilities } from "../checks/check.js";
import type { CheckResult, RunResult } from "../model/result.js";
import type { Cause } from "../model/trace.js";
import { agendaOf } from "./agenda.js";
import { configure, describe } from "./introduce.js";
import { secondChances } from "./lateness.js";
import { planScenarios } from "../checks/plan.js";
import { judgeAll, runLane } from "./run-lane.js";
import { statementFor } from "./statement.js";
import { interrupted, summarise } from "./summary.js";
import type { RunOptions } from "./types.js";

/**
 * Drives every scenario of the plan and judges its checks. Always returns a result in which each selected check has a
 * verdict; a cause that stopped the run as a whole is in `result.cause`.
 */
export async function runSuite(options: RunOptions): Promise<RunResult> {
  const { checks, identity, clock, onProgress } = options;
  const began = clock.monotonic();
  const results = new Map<string, CheckResult>();
  let description = unknownProvider;
  let cause: Cause | null = null;
  function report(judged: readonly CheckResult[]): void {
    for (const result of judged) {
      results.set(result.id, result);
      onProgress?.({ kind: "judged", result });
    }
  }

  const scenarios = planScenarios(checks);
  try {
    onProgress?.({ kind: "planned", checks: checks.length, scenarios: scenarios.length });
    description = await describe(options);
    const { name, version, capabilities } = description;
    onProgress?.({ kind: "provider", name, version, capabilities });
    cause = await runLanes(options, description, report);
  } catch (thrown) {
    if (!(thrown instanceof DriverError)) throw thrown;
    cause = thrown.asCause;
  }
  if (cause !== null) {
    onProgress?.({ kind: "stopped", cause });
    const left = checks.filter(({ id }) => !results.has(id));
    // Whether the provider declares what they need does not matter any more.
    const everything = new Set(left.flatMap((check) => namedCapabilities(check.needs)));
    report(judgeAll(options, left, everything, { entries: [], blocked: cause, durationMs: 0 }));
  }

  // Lanes finish in any order; a report has that of the suites.
  const inOrder = scenarios.flatMap((scenario) => scenario.checks).flatMap(({ id }) => results.get(id) ?? []);
  const { name, version, capabilities } = description;
  const statement = statementFor({
    profile: options.meta.profile,
    requirements: options.requirements,
    results: inOrder,
  });
  return {
    schema: "interop-conformance/report@1",
    run: { ...identity, durationMs: Math.round(clock.monotonic() - began), provider: { name, version, capabilities } },
    summary: summarise(inOrder, cause),
    cause,
    checks: inOrder,
    ...(statement !== undefined && { statement }),
  };
}

const unknownProvider: ProviderDescription = { protocol: 1, name: "unknown provider", version: "", capabilities: [] };

/**
 * Drives the scenarios through all lanes; the cause is null when every scenario was run.
 *
 * @throws DriverError of the first provider that failed, once the other lanes have finished what was under way.
 */
async function runLanes(
  options: RunOptions,
  description: ProviderDescription,
  report: (judged: readonly CheckResult[]) => void,
): Promise<Cause | null> {
  const { interrupt, beside = [] } = options;
  const agenda = agendaOf(planScenarios(options.checks), 1 + beside.length);
  const failures: unknown[] = [];
  const stopped = (): boolean => failures.length > 0 || interrupt?.aborted === true;
  const work = { options, description, agenda, chances: secondChances(), stopped, report };
  const lanes = [options, ...beside].map(async (lane, at) => {
    try {
      // The first one has been asked who it is; the others are the same provider once more.
      if (at > 0) await describe(lane);
      await configure(lane, description);
      await runLane(lane, { ...work, at });
    } catch (thrown) {
      failures.push(thrown);
    }
  });
  await Promise.all(lanes);
  if (failures.length > 0) throw failures[0];
  return agenda.next(0) === undefined ? null : { code: interrupted, message: "The run was interrupted" };
}
