import { providerSide } from "../driver/provider-side.js";
import type { ProviderDescription } from "../driver/methods.js";
import type { Check } from "../checks/check.js";
import { missingNeeds } from "../checks/check.js";
import type { CheckResult } from "../model/result.js";
import type { Agenda } from "./agenda.js";
import { retryOf } from "../model/repetition.js";
import { confirm, needsConfirmation } from "./confirm.js";
import { configure } from "./introduce.js";
import { judgeCheck, outsideProfile } from "./judge.js";
import type { SecondChances } from "./lateness.js";
import type { PlannedScenario } from "../checks/plan.js";
import { requirementIndex } from "./requirements.js";
import { runScenario, type ScenarioOutcome, type ScenarioDeps } from "./run-scenario.js";
import { budgetFor } from "./timing.js";
import type { Lane, RunOptions } from "./types.js";

export interface LaneWork {
  readonly options: RunOptions;
  readonly description: ProviderDescription;
  readonly agenda: Agenda;
  /** Those of all lanes: behind each is the same provider. */
  readonly chances: SecondChances;
  /** Position of the lane. */
  readonly at: number;
  /** Whether the run as a whole is to end after the exchange that is under way. */
  stopped(): boolean;
  report(judged: readonly CheckResult[]): void;
}

/**
 * Drives exchanges of the agenda one after the other through one lane, whose provider is configured.
 *
 * @throws DriverError when the provider cannot be used any more.
 */
export async function runLane(lane: Lane, work: LaneWork): Promise<void> {
  const { options, description, agenda, at, stopped } = work;
  const { onProgress } = options;
  const { restart } = lane.driver;
  const declared = description.capabilities.filter((capability) => capability !== "restart" || restart !== undefined);
  const deps = partsOf(lane, work, declared);
  const capabilities = new Set(declared);
  while (!stopped()) {
    const next = agenda.next(at);
    if (next === undefined) return;
    const { scenario, index } = next;
    onProgress?.({ kind: "scenario", id: scenario.scenario.id, index, of: agenda.total });
    await runOnce(deps, scenario, capabilities, work);
  }
}

async function runOnce(
  deps: ScenarioDeps,
  { scenario, checks }: PlannedScenario,
  capabilities: ReadonlySet<string>,
  { options, chances, report }: LaneWork,
): Promise<void> {
  const { profile } = options.meta;
  const possible =
    (scenario.slow === undefined || options.slow === true) &&
    missingNeeds(scenario.needs, capabilities).length === 0 &&
    checks.some((check) => outsideProfile(check, profile) === undefined);
  const first = judgeAll(options, checks, capabilities, possible ? await runScenario(deps, scenario) : notDriven);
  const isOpen = (result: CheckResult): boolean => needsConfirmation(result) || chances.has(result);
  if (options.confirmFailures === false || !first.some(isOpen)) {
    report(first);
    return;
  }
  try {
    const again = await runScenario(deps, { ...scenario, id: retryOf(scenario.id) });
    const second = judgeAll(options, checks, capabilities, again);
    chances.learn(first, second);
    report(confirm(first, second));
  } catch (thrown) {
    // The provider did not survive the second drive; the first one counts.
    report(first);
    throw thrown;
  }
}

function partsOf(lane: Lane, { options, description }: LaneWork, declared: readonly string[]): ScenarioDeps {
  const { meta, driver } = lane;
  const { clock } = options;
  const { restart } = driver;
  const budget = budgetFor(description.capabilities, options.patienceMs);
  const shared = {
    client: driver,
    capabilities: declared,
    ...(restart !== undefined && {
      async restart() {
        await restart();
        await configure(lane, description);
      },
    }),
    journal: meta.journal,
    clock,
    patienceMs: budget.patienceMs,
    failures: new Map(),
  };
  return { meta, driver, providerFor: (over) => providerSide({ ...shared, over }), clock, budget };
}

/** The provider does not declare what it needs, the profile does not ask for it or time is short; each check says so. */
const notDriven: ScenarioOutcome = { entries: [], blocked: undefined, durationMs: 0 };

export function judgeAll(
  { meta, requirements }: RunOptions,
  checks: readonly Check[],
  capabilities: ReadonlySet<string>,
  outcome: ScenarioOutcome,
): readonly CheckResult[] {
  const requirementOf = requirementIndex(requirements);
  return checks.map((check) =>
    judgeCheck({ check, requirement: requirementOf(check), profile: meta.profile, capabilities, ...outcome }),
  );
}
