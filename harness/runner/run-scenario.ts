import type { Clock } from "../../core/clock.js";
import { CodedError, reasonOf } from "../../core/coded-error.js";
import { type PressureMeter, stretched } from "../../core/pressure.js";
import { systemProblem } from "../../core/system-problem.js";
import type { Drive, DriveContext, Scenario } from "../checks/check.js";
import { type DriverClient, driverSilent } from "../driver/client.js";
import { DriverError } from "../driver/errors.js";
import type { Cause, EntryOf, Json } from "../model/trace.js";
import type { MetaSide } from "../ports/meta-side.js";
import { type CallOutcome, type ProviderSide, ScenarioBlocked } from "../ports/provider-side.js";
import { harnessFault, type ScenarioOutcome } from "./judge.js";
import { type Budget, unhurried } from "./timing.js";

export interface ScenarioDeps {
  readonly meta: MetaSide;
  readonly driver: DriverClient;
  /** The provider in this scenario, which ends with the signal. */
  providerFor(scenario: string, over: AbortSignal): ProviderSide;
  readonly clock: Clock;
  readonly meter: PressureMeter | undefined;
  readonly budget: Budget;
}

/**
 * Runs a scenario from a clean start: no users, no faults, nothing left of the scenario before.
 *
 * @throws DriverError when the provider is not usable any more.
 */
export async function runScenario(deps: ScenarioDeps, scenario: Scenario): Promise<ScenarioOutcome> {
  const { meta, driver, clock, meter } = deps;
  const budget = scenario.slow === undefined ? deps.budget : unhurried(deps.budget);
  const { journal } = meta;
  const began = clock.monotonic();
  const pressureSince = meter?.begin();
  const first = journal.last;
  const { dropped } = journal;
  journal.enterScenario(scenario.id);
  journal.record({ kind: "scenario", by: "harness", event: "begin", ...budget.configuration });
  const fresh = await startOver(driver);
  if (!fresh.ok) throw new DriverError("driver-refused", `Cannot go on: ${fresh.cause.message}`);

  const over = new AbortController();
  const provider = deps.providerFor(scenario.id, over.signal);
  const context = driveContext(deps, provider, first, budget.patienceMs);
  // Events that the provider still has are evidence too. If it cannot be asked for them, the first cause stands.
  const blocked =
    (await driveWithin(budget.scenarioMs, scenario.drive, context, deps)) ??
    (await driveWithin(budget.scenarioMs, () => provider.drainEvents(), context, deps));
  over.abort();
  const pressure = pressureSince?.();
  journal.record({
    kind: "scenario",
    by: "harness",
    event: "end",
    ...(blocked !== undefined && { blocked }),
    ...(pressure !== undefined && { pressure }),
  });
  await meta.reset();

  const durationMs = Math.round(clock.monotonic() - began);
  if (journal.dropped > dropped) return { entries: [], blocked: overflow, durationMs };
  const entries = journal.since(first).filter((entry) => entry.scenario === scenario.id);
  return { entries, blocked, durationMs, ...(pressure !== undefined && { pressure }) };
}

/** A driver may still be busy with a call that timed out, so it gets a second chance; resetting twice is harmless. */
async function startOver(driver: DriverClient): Promise<CallOutcome<Json>> {
  const fresh = await driver.call("provider.reset", {});
  return !fresh.ok && fresh.cause.code === driverSilent ? driver.call("provider.reset", {}) : fresh;
}

const overflow: Cause = {
  code: "journal-overflow",
  message: "The scenario exceeded the journal, so its evidence is incomplete",
};

/**
 * Drives until the end, until a call that must work fails, or until the time is over. Returns why driving stopped early;
 * undefined when it went through.
 *
 * @throws DriverError when the provider is not usable any more.
 */
async function driveWithin(
  limitMs: number,
  drive: Drive,
  context: DriveContext,
  { clock, meter }: Pick<ScenarioDeps, "clock" | "meter">,
): Promise<Cause | undefined> {
  let stopClock: () => void = () => undefined;
  const late = new Promise<Cause>((resolve) => {
    if (!Number.isFinite(limitMs)) return;
    const timer = stretched(clock, meter, limitMs, () =>
      resolve({ code: "scenario-too-long", message: `The scenario did not end within ${limitMs} ms` }),
    );
    stopClock = () => timer.cancel();
  });
  const driven = drive(context).then(
    () => undefined,
    (thrown: unknown): Cause => {
      if (thrown instanceof ScenarioBlocked) return thrown.stopped;
      // Neither goes away by the next scenario.
      if (thrown instanceof DriverError || systemProblem(thrown) !== undefined) throw thrown;
      // The Meta side could not do its part, for example because an account that it should write to does not exist.
      if (thrown instanceof CodedError) return { code: String(thrown.code), message: thrown.message };
      return { code: harnessFault, message: `The harness failed in a scenario: ${reasonOf(thrown)}` };
    },
  );
  // After the time-out nothing awaits the drive; if it fails then, that must not count as unhandled.
  driven.catch(() => undefined);
  try {
    return await Promise.race([driven, late]);
  } finally {
    stopClock();
  }
}

function driveContext(
  { meta, clock, meter }: Pick<ScenarioDeps, "meta" | "clock" | "meter">,
  provider: ProviderSide,
  first: number,
  patienceMs: number,
): DriveContext {
  const waitForAny: DriveContext["waitForAny"] = async (fits, options = {}) => {
    const { after, times = 1, ms } = options;
    const since = Math.max(first, after?.seq ?? 0);
    if (ms !== undefined) return meta.journal.wait(fits, { ms, after: since });
    const over = new AbortController();
    const timer = stretched(clock, meter, times * patienceMs, () => over.abort());
    const found = await meta.journal.wait(fits, { ms: Number.POSITIVE_INFINITY, after: since, signal: over.signal });
    timer.cancel();
    return found;
  };
  return {
    meta,
    provider,
    patienceMs,
    waitForAny,
    async wait(kind, fits, options) {
      const found = await waitForAny(
        // The kind is compared first, so `fits` gets only entries of its own kind.
        (entry) => entry.kind === kind && fits(entry as EntryOf<typeof kind>),
        options,
      );
      return found as EntryOf<typeof kind> | undefined;
    },
  };
}
