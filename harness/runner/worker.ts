import { missingNeeds } from "../checks/check.js";
import type { PlannedScenario } from "../checks/plan.js";
import { configure } from "../driver/introduction.js";
import type { ProviderDescription } from "../driver/methods.js";
import { type Failures, providerSide } from "../driver/provider-side.js";
import { type CheckResult, retryOf } from "../model/result.js";
import { machineBusy } from "./busy-machine.js";
import type { CalmMoments } from "./calm-moments.js";
import { judgeAll, outsideProfile, requirementIndex, type ScenarioOutcome } from "./judge.js";
import { decide, isRetryable, type RetryPolicy } from "./retry-policy.js";
import { runScenario, type ScenarioDeps } from "./run-scenario.js";
import type { Scheduler } from "./scheduler.js";
import { type Budget, budgetFor, byHand, patient, patientTiming } from "./timing.js";
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

/** A scenario whose results are worth a retry. */
interface Undecided {
  readonly planned: PlannedScenario;
  readonly first: readonly CheckResult[];
}

/**
 * Configures the worker's provider, then runs and judges the scenarios that the scheduler gives to this worker. Retries come
 * last, one at a time, when this machine is calm, and with patience: nothing of the run itself disturbs them.
 *
 * @param at Position of the worker.
 * @throws DriverError when the provider refuses, or is not usable any more.
 */
export async function runWorker(worker: Worker, at: number, work: SharedWork): Promise<void> {
  const { options, description, scheduler, stopped, report, retries } = work;
  await configure(worker, budgetFor(description.capabilities, undefined, options.timing).configuration);
  const declared = description.capabilities.filter(
    (capability) => capability !== "restart" || worker.driver.restart !== undefined,
  );
  const capabilities = new Set(declared);
  const deps = scenarioDeps(worker, work, declared);
  const undecided: Undecided[] = [];
  let patientDeps: WorkerDeps | undefined;

  async function retryUndecided(): Promise<void> {
    if (stopped() || undecided.length === 0) return;
    const patiently = (patientDeps ??= await withPatience(worker, work, declared, deps));
    for (let [next] = undecided; next !== undefined && !stopped(); [next] = undecided) {
      const { planned, first } = next;
      const second = await work.calm.next(first.some(isDoubtful), stopped, async () => {
        if (stopped() || !retries.grants(first)) return undefined;
        const { scenario } = planned;
        const again = { ...planned, scenario: { ...scenario, id: retryOf(scenario.id) } };
        const judged = await runAndJudge(patiently, again, capabilities, options, true);
        retries.learn(first, judged);
        return judged;
      });
      if (stopped() && second === undefined) return;
      report(second === undefined ? first : decide(first, second));
      undecided.shift();
    }
  }

  try {
    while (!stopped()) {
      const next = scheduler.next(at);
      if (next === undefined) break;
      const { planned, index } = next;
      options.onProgress?.({ kind: "scenario", id: planned.scenario.id, index, of: scheduler.total });
      const first = await runAndJudge(deps, planned, capabilities, options);
      // What failed because the machine was busy says nothing about the scenarios to come.
      if (first.some(isDoubtful)) deps.failures.clear();
      if (options.confirmFailures !== false && first.some(isRetryable)) undecided.push({ planned, first });
      else report(first);
      if (options.retryAtOnce === true) await retryUndecided();
    }
    await retryUndecided();
  } finally {
    // A retry that did not come, or that ended the provider, changes nothing.
    for (const { first } of undecided) report(first);
  }
}

/** Whether this machine, and not the provider, may have decided. */
function isDoubtful({ cause }: CheckResult): boolean {
  return cause?.code === machineBusy;
}

/**
 * What retries run with. A provider that may be killed is started again with longer times, so that it does not take a busy
 * machine for a server that is gone; the times of others stay as they are.
 */
async function withPatience(
  worker: Worker,
  work: SharedWork,
  declared: readonly string[],
  deps: WorkerDeps,
): Promise<WorkerDeps> {
  const { options, description } = work;
  const { restart } = worker.driver;
  const isKilledInVain = restart === undefined || !declared.includes("restart") || !declared.includes("timing");
  if (isKilledInVain || options.timing !== undefined) {
    return scenarioDeps(worker, work, declared, patient(deps.budget));
  }
  await restart();
  await configure(worker, budgetFor(description.capabilities, undefined, patientTiming).configuration);
  const patientWork = { ...work, options: { ...options, timing: patientTiming } };
  const configuration = { timing: patientTiming };
  return scenarioDeps(worker, patientWork, declared, { ...patient(deps.budget), configuration });
}

interface WorkerDeps extends ScenarioDeps {
  readonly failures: Failures;
}

function scenarioDeps(
  worker: Worker,
  { options, description }: SharedWork,
  capabilities: readonly string[],
  given: Budget = budgetFor(description.capabilities, options.patienceMs, options.timing),
): WorkerDeps {
  const { meta, driver } = worker;
  const budget = options.identity.byHand === true ? byHand(given) : given;
  const { clock, meter } = options;
  const failures: Failures = new Map();
  const { restart } = driver;
  const shared = {
    client: driver,
    capabilities,
    ...(restart !== undefined && {
      async restart() {
        await restart();
        await configure(worker, budgetFor(description.capabilities, undefined, options.timing).configuration);
      },
    }),
    journal: meta.journal,
    clock,
    patienceMs: budget.patienceMs,
    ...(meter !== undefined && { meter }),
    failures,
  };
  return {
    meta,
    driver,
    providerFor: (scenario, over) => providerSide({ ...shared, scenario, over }),
    clock,
    meter,
    budget,
    failures,
  };
}

async function runAndJudge(
  deps: ScenarioDeps,
  { scenario, checks }: PlannedScenario,
  capabilities: ReadonlySet<string>,
  options: RunOptions,
  again = false,
): Promise<readonly CheckResult[]> {
  const { profile } = options.meta;
  const requirementOf = requirementIndex(options.requirements);
  const isPossible =
    (scenario.slow === undefined || options.slow === true) &&
    missingNeeds(scenario.needs, capabilities).length === 0 &&
    checks.some((check) => outsideProfile(check, requirementOf(check), profile) === undefined);
  return judgeAll(options, checks, capabilities, isPossible ? await runScenario(deps, scenario) : notRun, again);
}

/** The scenario needs more than the provider declares, the profile or the options allow; judging each check says which. */
const notRun: ScenarioOutcome = { entries: [], blocked: undefined, durationMs: 0 };
