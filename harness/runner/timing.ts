import type { Timing } from "../model/trace.js";

/** How long the harness waits for what a conformant provider does immediately. */
export interface Budget {
  /** What `provider.configure` gets. */
  readonly configuration: { readonly timing?: Timing };
  /** For one event or stanza. */
  readonly patienceMs: number;
  /** For one scenario. */
  readonly scenarioMs: number;
}

/**
 * Short enough that checks of keep-alive, silence and reconnection end within a second. Only for runs that are repeated with
 * longer times before they count: a busy machine answers later than that.
 */
export const shortened: Timing = { keepAliveMs: 250, replyMs: 350, reconnectMs: 40 };

/** For the first run of a scenario: a provider does not end a connection because a busy machine answers late. */
export const usual: Timing = { ...shortened, replyMs: 1000 };

/** For a busy machine: what it adds to these times says less about the provider. */
export const relaxed: Timing = { keepAliveMs: 1000, replyMs: 1400, reconnectMs: 320 };

/** For retries: a provider does not give up on a harness that is late. */
export const patientTiming: Timing = { ...relaxed, replyMs: 3000 };

/** For scenarios that take long, whatever the provider declares. */
export function unhurried(budget: Budget): Budget {
  return { ...budget, patienceMs: 60_000, scenarioMs: Math.max(budget.scenarioMs, 180_000) };
}

/** Where a person is the driver: the wire is as quick as ever, and a scenario takes as long as the person needs. */
export function byHand(budget: Budget): Budget {
  return { ...budget, scenarioMs: Number.POSITIVE_INFINITY };
}

/** For a retry: what came too late in the first run gets the time that it needs, however busy the machine is. */
export function patient(budget: Budget): Budget {
  return { ...budget, patienceMs: 3 * budget.patienceMs, scenarioMs: 4 * budget.scenarioMs };
}

/** @param timing What a provider that declares `timing` is told. */
export function budgetFor(capabilities: readonly string[], patienceMs?: number, timing: Timing = usual): Budget {
  if (!capabilities.includes("timing"))
    return { configuration: {}, patienceMs: patienceMs ?? 5000, scenarioMs: 30_000 };
  return {
    configuration: { timing },
    patienceMs: patienceMs ?? 2000,
    scenarioMs: Math.max(scenarioMs.get(timing) ?? 60_000, waitsOfScenario * (patienceMs ?? 0)),
  };
}

/** More waits than any scenario has in which nothing comes. */
const waitsOfScenario = 16;

/** A scenario that takes longer hangs. */
const scenarioMs: ReadonlyMap<Timing, number> = new Map([
  [shortened, 15_000],
  [usual, 30_000],
]);
