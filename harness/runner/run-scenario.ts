import type { Clock } from "../../core/clock.js";
import { type DriverClient, driverSilent } from "../driver/client.js";
import { DriverError } from "../driver/errors.js";
import type { DriveContext, Scenario } from "../checks/check.js";
import type { Cause, EntryOf, Json, TraceEntry } from "../model/trace.js";
import type { MetaSide } from "../ports/meta-side.js";
import type { CallOutcome, ProviderSide } from "../ports/provider-side.js";
import { driveScenario } from "./drive.js";
import { type Budget, unhurried } from "./timing.js";

export interface ScenarioDeps {
  readonly meta: MetaSide;
  readonly driver: DriverClient;
  /** The provider, for an exchange that ends with the signal. */
  providerFor(over: AbortSignal): ProviderSide;
  readonly clock: Clock;
  readonly budget: Budget;
}

/** What came of driving one exchange. */
export interface ScenarioOutcome {
  readonly entries: readonly TraceEntry[];
  /** Why it stopped early; undefined when it went through. */
  readonly blocked: Cause | undefined;
  readonly durationMs: number;
}

/**
 * Drives one exchange from a clean start: no users, no faults, nothing left of the scenario before.
 *
 * @throws DriverError when the provider cannot be used any more.
 */
export async function runScenario(
  { meta, driver, providerFor, clock, budget: usual }: ScenarioDeps,
  scenario: Scenario,
): Promise<ScenarioOutcome> {
  const budget = scenario.slow === undefined ? usual : unhurried(usual);
  const { journal } = meta;
  const began = clock.monotonic();
  const first = journal.last;
  const { dropped } = journal;
  journal.enterScenario(scenario.id);
  journal.record({ kind: "scenario", by: "harness", event: "begin" });
  const fresh = await startOver(driver);
  if (!fresh.ok) throw new DriverError("driver-refused", `Cannot go on: ${fresh.cause.message}`);

  const over = new AbortController();
  const provider = providerFor(over.signal);
  const context = driveContext(meta, provider, first, budget.patienceMs);
  // What the provider still has to say counts as evidence; that it cannot be asked does not change the cause.
  const blocked =
    (await driveScenario(scenario.drive, context, clock, budget.scenarioMs)) ??
    (await driveScenario(() => provider.drainEvents(), context, clock, budget.scenarioMs));
  over.abort();
  journal.record({ kind: "scenario", by: "harness", event: "end", ...(blocked !== undefined && { blocked }) });
  await meta.reset();

  const durationMs = Math.round(clock.monotonic() - began);
  if (journal.dropped > dropped) return { entries: [], blocked: overflow, durationMs };
  const entries = journal.entries.filter((entry) => entry.seq > first && entry.scenario === scenario.id);
  return { entries, blocked, durationMs };
}

/** A driver that is still at what was given up for being late is asked once more; to reset twice is to reset. */
async function startOver(driver: DriverClient): Promise<CallOutcome<Json>> {
  const fresh = await driver.call("provider.reset", {});
  return !fresh.ok && fresh.cause.code === driverSilent ? driver.call("provider.reset", {}) : fresh;
}

const overflow: Cause = {
  code: "journal-overflow",
  message: "The exchange exceeded the journal, so its evidence is incomplete",
};

function driveContext(meta: MetaSide, provider: ProviderSide, first: number, patienceMs: number): DriveContext {
  return {
    meta,
    provider,
    patienceMs,
    wait: (kind, fits, { after, ms = patienceMs } = {}) =>
      meta.journal.wait(
        // The kind was compared first, so `fits` sees entries of its own kind only.
        (entry): entry is EntryOf<typeof kind> => entry.kind === kind && fits(entry as EntryOf<typeof kind>),
        { ms, after: Math.max(first, after?.seq ?? 0) },
      ),
  };
}
