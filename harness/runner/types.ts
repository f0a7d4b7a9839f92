import type { Clock } from "../../core/clock.js";
import type { Check } from "../checks/check.js";
import type { Requirement } from "../model/requirement.js";
import type { CheckResult, RunInfo } from "../model/result.js";
import type { Cause } from "../model/trace.js";
import type { DriverClient } from "../driver/client.js";
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

/** What a run is told about itself; nothing of it is read ambiently. */
export type RunIdentity = Omit<RunInfo, "durationMs" | "provider">;

/** A provider behind its driver, and the Meta side that it talks to. One exchange at a time. */
export interface Lane {
  readonly meta: MetaSide;
  readonly driver: DriverClient;
}

export interface RunOptions extends Lane {
  /** Already selected; see `selectChecks`. */
  readonly checks: readonly Check[];
  readonly requirements: readonly Requirement[];
  /** The same provider started once more, or several times, so that exchanges are driven side by side. */
  readonly beside?: readonly Lane[];
  readonly identity: RunIdentity;
  readonly clock: Clock;
  /** Overrides how long is waited for one event or stanza. */
  readonly patienceMs?: number;
  /**
   * Whether a failed check is driven once more, to tell what always fails from what sometimes does, and one that something
   * came too late for as well; true unless told.
   */
  readonly confirmFailures?: boolean;
  /** Whether exchanges that take long are driven; false unless told. */
  readonly slow?: boolean;
  /** Stops after the exchange that is under way; what ran is reported. */
  readonly interrupt?: AbortSignal;
  readonly onProgress?: (event: ProgressEvent) => void;
}
