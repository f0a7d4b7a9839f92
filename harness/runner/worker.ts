import { missingNeeds } from "../checks/check.js";
import type { PlannedScenario } from "../checks/plan.js";
import { DriverError } from "../driver/errors.js";
import type { Configuration, ProviderDescription } from "../driver/methods.js";
import { type Failures, providerSide } from "../driver/provider-side.js";
import { type CheckResult, retryOf } from "../model/result.js";
import { machineBusy } from "./busy-machine.js";
import type { CalmMoments } from "./calm-moments.js";
import { judgeAll, outsideProfile, requirementIndex, type ScenarioOutcome } from "./judge.js";
import { decide, type RetryPolicy } from "./retry-policy.js";
import { runScenario, type ScenarioDeps } from "./run-scenario.js";
import type { Scheduler } from "./scheduler.js";
import { type Budget, budgetFor, patient } from "./timing.js";
import type { RunOptions, Worker } from "./types.js";

/** What the workers of a run share. */
export interface SharedWork {
  readonly options: RunOptions;
  readonly description: ProviderDescription;
  readonly scheduler: Scheduler;
  readonly retries: RetryPolicy;
  readonly calm: CalmMoments;
  /** Whether the run as a whole is to end after the current scenarios. */
  stopped(): boolean;
  report(judged: readonly CheckResult[]): void;
}

/** Asks the provider who it is. @throws DriverError when it does not answer that. */
export async function describe({ driver }: Pick<Worker, "driver">): Promise<ProviderDescription> {
  const described = await driver.call("provider.describe", {});
  if (!described.ok) throw new DriverError("driver-refused", `Cannot begin: ${described.cause.message}`);
  return described.result;
}

/**
 * Configures the worker's provider, then runs and judges the scenarios that the scheduler gives to this worker.
 *
 * @param at Position of the worker.
 * @throws DriverError when the provider refuses, or is not usable any more.
 */
export async function runWorker(worker: Worker, at: number, work: SharedWork): Promise<void> {
  const { options, description, scheduler, stopped } = work;
  const budget = budgetFor(description.capabilities, options.patienceMs, options.timing);
  await configure(worker, budget);
  const declared = description.capabilities.filter(
    (capability) => capability !== "restart" || worker.driver.restart !== undefined,
  );
  const deps = scenarioDeps(worker, work, declared, budget);
  let patientDeps: WorkerDeps | undefined;
  const capabilities = new Set(declared);
  while (!stopped()) {
    const next = scheduler.next(at);
    if (next === undefined) return;
    const { planned, index, first } = next;
    options.onProgress?.({ kind: "scenario", id: planned.scenario.id, index, of: scheduler.total });
    if (first === undefined) await runAndJudge(deps, planned, capabilities, work);
    else {
      patientDeps ??= await patiently(worker, work, declared, budget);
      await runDeferred(patientDeps, planned, capabilities, work, first);
    }
  }
}

/** Tells the provider where Meta is, and Meta where the provider is. */
async function configure({ driver, meta }: Worker, budget: Budget): Promise<void> {
  const { profile, endpoints } = meta;
  const integrator = { id: profile.integrator.id, slug: profile.integrator.slug };
  const configuration: Configuration = {
    meta: endpoints,
    integrator,
    profile: {
      name: profile.name,
      version: profile.version,
      product: profile.product,
      protocolVersion: profile.channel.protocolVersion,
      wire: profile.channel.wire,
      noise: profile.channel.noise,
    },
    ...budget.configuration,
  };
  const configured = await driver.call("provider.configure", configuration);
  if (!configured.ok) {
    throw new DriverError("driver-refused", `Cannot configure the provider: ${configured.cause.message}`);
  }
  const { endpoints: own, tlsCa } = configured.result;
  meta.integrator({ ...integrator, endpoints: own, ...(tlsCa !== undefined && { tlsCa }) });
}

interface WorkerDeps extends ScenarioDeps {
  readonly failures: Failures;
}

function scenarioDeps(
  worker: Worker,
  { options }: SharedWork,
  capabilities: readonly string[],
  budget: Budget,
): WorkerDeps {
  const { meta, driver } = worker;
  const { clock, meter } = options;
  const { restart } = driver;
  const shared = {
    client: driver,
    capabilities,
    ...(restart !== undefined && {
      async restart() {
        await restart();
        await configure(worker, budget);
      },
    }),
    journal: meta.journal,
    clock,
    patienceMs: budget.patienceMs,
    ...(meter !== undefined && { meter }),
    failures: new Map() as Failures,
  };
  return {
    meta,
    driver,
    providerFor: (scenario, over) => providerSide({ ...shared, scenario, over }),
    clock,
    meter,
    budget,
    failures: shared.failures,
  };
}

/** For retries: the provider is configured again, with times that a busy machine keeps too. From here on it runs alone. */
async function patiently(
  worker: Worker,
  work: SharedWork,
  capabilities: readonly string[],
  usual: Budget,
): Promise<WorkerDeps> {
  const budget = patient(usual);
  if (budget.configuration.timing !== undefined) await configure(worker, budget);
  return scenarioDeps(worker, work, capabilities, budget);
}

async function runAndJudge(
  deps: WorkerDeps,
  planned: PlannedScenario,
  capabilities: ReadonlySet<string>,
  work: SharedWork,
): Promise<void> {
  const { scenario, checks } = planned;
  const { options, retries, report, scheduler } = work;
  const { profile } = options.meta;
  const requirementOf = requirementIndex(options.requirements);
  const isPossible =
    (scenario.slow === undefined || options.slow === true) &&
    missingNeeds(scenario.needs, capabilities).length === 0 &&
    checks.some((check) => outsideProfile(check, requirementOf(check), profile) === undefined);
  const first = judgeAll(options, checks, capabilities, isPossible ? await runScenario(deps, scenario) : notRun);
  const isDoubtful = first.some(({ cause }) => cause?.code === machineBusy);
  // What failed because the machine was busy says nothing about the scenarios to come.
  if (isDoubtful) deps.failures.clear();
  if (options.confirmFailures !== false && isDoubtful) scheduler.defer(planned, first);
  else if (options.confirmFailures !== false && retries.grants(first))
    await retry(deps, planned, capabilities, work, first);
  else report(first);
}

/** Runs a deferred scenario again, if the policy still grants it, when the machine is calm or no time is left to wait for that. */
async function runDeferred(
  deps: WorkerDeps,
  planned: PlannedScenario,
  capabilities: ReadonlySet<string>,
  work: SharedWork,
  first: readonly CheckResult[],
): Promise<void> {
  if (!work.retries.grants(first)) {
    work.report(first);
    return;
  }
  await work.calm.next(work.stopped);
  deps.failures.clear();
  await retry(deps, planned, capabilities, work, first);
}

async function retry(
  deps: WorkerDeps,
  { scenario, checks }: PlannedScenario,
  capabilities: ReadonlySet<string>,
  { options, retries, report }: SharedWork,
  first: readonly CheckResult[],
): Promise<void> {
  try {
    const outcome = await runScenario(deps, { ...scenario, id: retryOf(scenario.id) });
    const second = judgeAll(options, checks, capabilities, outcome, true);
    retries.learn(first, second);
    report(decide(first, second));
  } catch (thrown) {
    // The retry ended the provider; the first run counts.
    report(first);
    throw thrown;
  }
}

/** The scenario needs more than the provider declares, the profile or the options allow; judging each check says which. */
const notRun: ScenarioOutcome = { entries: [], blocked: undefined, durationMs: 0 };
