import type { CheckResult } from "../../harness/model/result.js";

export interface TimeSpent {
  /** Exchanges that were driven; several checks may share one. */
  readonly exchanges: number;
  /** Longest first. */
  readonly slowest: readonly { readonly step: string; readonly ms: number }[];
}

/** Where the time of a run went, by exchange. */
export function timeSpent(checks: readonly CheckResult[]): TimeSpent {
  const steps = new Map<string, number>();
  for (const { step, durationMs } of checks) {
    if (durationMs > 0) steps.set(step, Math.max(durationMs, steps.get(step) ?? 0));
  }
  const slowest = [...steps].map(([step, ms]) => ({ step, ms })).sort((one, other) => other.ms - one.ms);
  return { exchanges: steps.size, slowest: slowest.slice(0, 3) };
}
