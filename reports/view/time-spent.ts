import type { CheckResult } from "../../harness/model/result.js";

export interface TimeSpent {
  /** Exchanges that were driven; several checks may share one. */
  readonly exchanges: number;
  /** Longest first. */
  readonly slowest: readonly { readonly scenario: string; readonly ms: number }[];
}

/** Where the time of a run went, by exchange. */
export function timeSpent(checks: readonly CheckResult[]): TimeSpent {
  const scenarios = new Map<string, number>();
  for (const { scenario, durationMs } of checks) {
    if (durationMs > 0) scenarios.set(scenario, Math.max(durationMs, scenarios.get(scenario) ?? 0));
  }
  const slowest = [...scenarios].map(([scenario, ms]) => ({ scenario, ms })).sort((one, other) => other.ms - one.ms);
  return { exchanges: scenarios.size, slowest: slowest.slice(0, 3) };
}
