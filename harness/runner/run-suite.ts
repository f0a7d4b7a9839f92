import { DriverError } from "../driver/errors.js";
import type { ProviderDescription } from "../driver/methods.js";
import { providerSide } from "../driver/provider-side.js";
import type { Check } from "../model/check.js";
import { missingNeeds, namedCapabilities } from "../model/needs.js";
import type { CheckResult, RunResult } from "../model/result.js";
import type { Cause } from "../model/trace.js";
import { confirm, needsConfirmation, stepOfRepetition } from "./confirm.js";
import { configure, describe } from "./introduce.js";
import { outsideProfile, judgeCheck } from "./judge.js";
import { planSteps } from "./plan.js";
import { requirementIndex } from "./requirements.js";
import { runStep, type StepOutcome } from "./run-step.js";
import { statementFor } from "./statement.js";
import { interrupted, summarise } from "./summary.js";
import { budgetFor } from "./timing.js";
import type { RunOptions } from "./types.js";

/**
 * Drives every step of the plan and judges its checks. Always returns a result in which each selected check has a
 * verdict; a cause that stopped the run as a whole is in `result.cause`.
 */
export async function runSuite(options: RunOptions): Promise<RunResult> {
  const { checks, identity, clock, onProgress } = options;
  const began = clock.monotonic();
  const results: CheckResult[] = [];
  let description = unknownProvider;
  let cause: Cause | null = null;
  try {
    onProgress?.({ kind: "planned", checks: checks.length, steps: planSteps(checks).length });
    description = await describe(options);
    await configure(options, description);
    cause = await runSteps(options, description, results);
  } catch (thrown) {
    if (!(thrown instanceof DriverError)) throw thrown;
    cause = thrown.asCause;
  }
  if (cause !== null) {
    onProgress?.({ kind: "stopped", cause });
    const judged = new Set(results.map((result) => result.id));
    const left = checks.filter((check) => !judged.has(check.id));
    // Whether the provider declares what they need does not matter any more.
    const everything = new Set(left.flatMap((check) => namedCapabilities(check.needs)));
    const neverDriven = { entries: [], blocked: cause, durationMs: 0 };
    report(options, judgeAll(options, left, everything, neverDriven), results);
  }

  const { name, version, capabilities } = description;
  const statement = statementFor({ profile: options.meta.profile, requirements: options.requirements, results });
  return {
    schema: "interop-conformance/report@1",
    run: { ...identity, durationMs: Math.round(clock.monotonic() - began), provider: { name, version, capabilities } },
    summary: summarise(results, cause),
    cause,
    checks: results,
    ...(statement !== undefined && { statement }),
  };
}

const unknownProvider: ProviderDescription = { protocol: 1, name: "unknown provider", version: "", capabilities: [] };

/** Adds to `results`; the cause is null when every step was run. */
async function runSteps(
  options: RunOptions,
  description: ProviderDescription,
  results: CheckResult[],
): Promise<Cause | null> {
  const { meta, driver, clock, interrupt, onProgress } = options;
  const { journal } = meta;
  const budget = budgetFor(description.capabilities, options.patienceMs);
  const { restart } = driver;
  const declared = description.capabilities.filter((capability) => capability !== "restart" || restart !== undefined);
  const capabilities = new Set(declared);
  const side = {
    client: driver,
    capabilities: declared,
    ...(restart !== undefined && {
      async restart() {
        await restart();
        await configure(options, description);
      },
    }),
    journal,
    clock,
    patienceMs: budget.patienceMs,
  };
  const parts = { meta, driver, provider: providerSide(side), clock, budget };
  const steps = planSteps(options.checks);

  for (const [index, { scenario, checks }] of steps.entries()) {
    if (interrupt?.aborted === true) return { code: interrupted, message: "The run was interrupted" };
    onProgress?.({ kind: "step", id: scenario.id, index: index + 1, of: steps.length });
    const possible =
      (scenario.slow === undefined || options.slow === true) &&
      missingNeeds(scenario.needs, capabilities).length === 0 &&
      checks.some((check) => outsideProfile(check, meta.profile) === undefined);
    const first = judgeAll(options, checks, capabilities, possible ? await runStep(parts, scenario) : notDriven);
    if (options.confirmFailures === false || !first.some(needsConfirmation)) {
      report(options, first, results);
      continue;
    }
    try {
      const again = await runStep(parts, { ...scenario, id: stepOfRepetition(scenario.id) });
      report(options, confirm(first, judgeAll(options, checks, capabilities, again)), results);
    } catch (thrown) {
      // The provider did not survive the second drive; the first one counts.
      report(options, first, results);
      throw thrown;
    }
  }
  return null;
}

/** The provider does not declare what it needs, the profile does not ask for it or time is short; each check says so. */
const notDriven: StepOutcome = { entries: [], blocked: undefined, durationMs: 0 };

function judgeAll(
  { meta, requirements }: RunOptions,
  checks: readonly Check[],
  capabilities: ReadonlySet<string>,
  outcome: StepOutcome,
): readonly CheckResult[] {
  const requirementOf = requirementIndex(requirements);
  return checks.map((check) =>
    judgeCheck({ check, requirement: requirementOf(check), profile: meta.profile, capabilities, ...outcome }),
  );
}

function report({ onProgress }: RunOptions, judged: readonly CheckResult[], results: CheckResult[]): void {
  for (const result of judged) {
    results.push(result);
    onProgress?.({ kind: "judged", result });
  }
}
