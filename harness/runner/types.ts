import type { Clock } from "../../core/clock.js";
import type { PressureMeter } from "../../core/pressure.js";
import type { Check } from "../checks/check.js";
import type { DriverClient } from "../driver/client.js";
import type { Timing } from "../model/trace.js";
import type { Requirement } from "../model/requirement.js";
import type { CheckResult, RunInfo } from "../model/result.js";
import type { Cause } from "../model/trace.js";
import type { MetaSide } from "../ports/meta-side.js";

export type ProgressEvent =
  | { readonly kind: "planned"; readonly checks: number; readonly scenarios: number }
  | {
      readonly kind: "provider";
      readonly name: string;
      readonly version: string;
      readonly capabilities: readonly string[];
    }
  | { readonly kind: "scenario"; readonly id: string; readonly index: number; readonly of: number }
  | { readonly kind: "judged"; readonly result: CheckResult }
  | { readonly kind: "stopped"; readonly cause: Cause };

/** Who a run is. The caller decides all of it: nothing is read from clock, random source or environment. */
export type RunIdentity = Omit<RunInfo, "durationMs" | "provider">;

/** A provider behind its driver, and the Meta side that it talks to. It runs one scenario at a time. */
export interface Worker {
  readonly meta: MetaSide;
  readonly driver: DriverClient;
}

export interface RunOptions extends Worker {
  /** Already selected, see `selectChecks`. */
  readonly checks: readonly Check[];
  readonly requirements: readonly Requirement[];
  /** Further processes of the same provider, so that scenarios run side by side. */
  readonly beside?: readonly Worker[];
  readonly identity: RunIdentity;
  readonly clock: Clock;
  /** Without it, this machine counts as calm. */
  readonly meter?: PressureMeter;
  /** How long the run may wait for calm moments, in all (default: 6 s). */
  readonly calmMs?: number;
  /** How long to wait for one event or stanza (default: by capability, see `budgetFor`). */
  readonly patienceMs?: number;
  /** What a provider that declares `timing` is told (default: `usual`; `relaxed` in retries). */
  readonly timing?: Timing;
  /** Whether scenarios are retried as the retry policy says (default: true). */
  readonly confirmFailures?: boolean;
  /** Whether a scenario is retried before the next one, so that its failure is known early (default: false). */
  readonly retryAtOnce?: boolean;
  /** Whether slow scenarios run (default: false). */
  readonly slow?: boolean;
  /** Stops the run after the current scenarios; their checks are reported. */
  readonly interrupt?: AbortSignal;
  readonly onProgress?: (event: ProgressEvent) => void;
}
