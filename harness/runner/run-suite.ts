import { namedCapabilities } from "../checks/check.js";
import { planScenarios } from "../checks/plan.js";
import { DriverError } from "../driver/errors.js";
import { describe } from "../driver/introduction.js";
import type { ProviderDescription } from "../driver/methods.js";
import type { CheckResult, RunResult } from "../model/result.js";
import type { Cause } from "../model/trace.js";
import { calmMoments } from "./calm-moments.js";
import { judgeAll } from "./judge.js";
import { retryPolicy } from "./retry-policy.js";
import { schedulerFor } from "./scheduler.js";
import { interrupted, runResult } from "./summary.js";
import type { RunOptions } from "./types.js";
import { runWorker } from "./worker.js";

/**
 * Runs every scenario that the checks need, and judges the checks. The result has a verdict for each check, also when
 * something stopped the run as a whole; that cause is in `result.cause`.
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
    cause = await runWorkers(options, description, report);
  } catch (thrown) {
    if (!(thrown instanceof DriverError)) throw thrown;
    // A person who is the driver may leave before the first scenario: that is no fault of a driver.
    const left = identity.byHand === true && options.interrupt?.aborted === true;
    cause = left ? interruption(options.interrupt) : thrown.asCause;
  }
  if (cause !== null) {
    onProgress?.({ kind: "stopped", cause });
    const left = checks.filter(({ id }) => !results.has(id));
    // Which capabilities the provider declares does not matter for checks that the run never reached.
    const everything = new Set(left.flatMap((check) => namedCapabilities(check.needs)));
    report(judgeAll(options, left, everything, { entries: [], blocked: cause, durationMs: 0 }));
  }

  const { name, version, capabilities } = description;
  return runResult({
    run: { ...identity, durationMs: Math.round(clock.monotonic() - began), provider: { name, version, capabilities } },
    cause,
    // Workers finish in any order; a report has the order of the suites.
    checks: scenarios.flatMap((planned) => planned.checks).flatMap(({ id }) => results.get(id) ?? []),
    profile: options.meta.profile,
    requirements: options.requirements,
    entries: [options, ...(options.beside ?? [])].flatMap(({ meta }) => meta.journal.entries),
  });
}

/** The reason is that of the signal, where it is a text. */
function interruption(signal: AbortSignal | undefined): Cause {
  const reason: unknown = signal?.reason;
  return { code: interrupted, message: typeof reason === "string" ? reason : "The run was interrupted" };
}

const unknownProvider: ProviderDescription = { protocol: 1, name: "unknown provider", version: "", capabilities: [] };

/**
 * Runs the scenarios with all workers; the cause is null when every scenario was run.
 *
 * @throws DriverError of the first provider that failed, when the other workers have finished their current scenario.
 */
async function runWorkers(
  options: RunOptions,
  description: ProviderDescription,
  report: (judged: readonly CheckResult[]) => void,
): Promise<Cause | null> {
  const { checks, interrupt, beside = [] } = options;
  const workers = [options, ...beside];
  const scheduler = schedulerFor(planScenarios(checks), workers.length);
  const failures: unknown[] = [];
  const stopped = (): boolean => failures.length > 0 || interrupt?.aborted === true;
  const calm = calmMoments(options.clock, options.meter, options.calmMs);
  const work = { options, description, scheduler, retries: retryPolicy(), calm, stopped, report };
  await Promise.all(
    workers.map(async (worker, at) => {
      try {
        // The first provider has described itself already; the others are further processes of the same provider.
        if (at > 0) await describe(worker);
        await runWorker(worker, at, work);
      } catch (thrown) {
        failures.push(thrown);
      }
    }),
  );
  if (failures.length > 0) throw failures[0];
  return scheduler.next(0) === undefined ? null : interruption(interrupt);
}
