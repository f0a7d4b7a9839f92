import type { Timing } from "../driver/methods.js";

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
 * Long enough that a ping is not late on a busy machine; short enough that checks of keep-alive, silence and reconnection end
 * within a second.
 */
export const shortened: Timing = { keepAliveMs: 250, replyMs: 350, reconnectMs: 40 };

/** For a busy machine: what it adds to these times says less about the provider. */
export const relaxed: Timing = { keepAliveMs: 1000, replyMs: 1400, reconnectMs: 320 };

/**
 * For retries of what a busy machine may have spoilt: the provider does not give up on a harness that is late, and the harness
 * waits as long as that takes. Pauses and pings stay short, so that what must not happen still happens in time to be seen.
 */
const patientTiming: Timing = { ...shortened, replyMs: 3000 };

export function patient({ configuration, patienceMs, scenarioMs }: Budget): Budget {
  return {
    configuration: configuration.timing === undefined ? configuration : { timing: patientTiming },
    patienceMs: Math.max(patienceMs, 8000),
    scenarioMs: Math.max(scenarioMs, 60_000),
  };
}

/** For scenarios that take long, whatever the provider declares. */
export function unhurried(budget: Budget): Budget {
  return { ...budget, patienceMs: 60_000, scenarioMs: 180_000 };
}

/** @param timing What a provider that declares `timing` is told. */
export function budgetFor(capabilities: readonly string[], patienceMs?: number, timing: Timing = shortened): Budget {
  if (!capabilities.includes("timing"))
    return { configuration: {}, patienceMs: patienceMs ?? 5000, scenarioMs: 30_000 };
  return {
    configuration: { timing },
    patienceMs: patienceMs ?? 2000,
    scenarioMs: timing === shortened ? 15_000 : 60_000,
  };
}
