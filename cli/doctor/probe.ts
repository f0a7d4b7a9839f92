import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { DriverClient } from "../../harness/driver/client.js";
import type { ProviderDescription } from "../../harness/driver/methods.js";
import type { MetaSide, ProviderEndpoints } from "../../harness/ports/meta-side.js";

/** What probes learn for those that come after them. */
export interface Patient {
  readonly driver: DriverClient;
  readonly meta: MetaSide;
  readonly clock: Clock;
  readonly random: Random;
  description?: ProviderDescription;
  endpoints?: ProviderEndpoints;
  /** PEM to trust there. */
  tlsCa?: string;
}

export type Diagnosis =
  | { readonly ok: true; readonly found: string /** Worth knowing all the same. */; readonly advice?: string }
  | { readonly ok: false; readonly found: string; readonly advice: string };

/** One question to the driver. A DriverError that it throws ends the examination. */
export interface Probe {
  readonly name: string;
  examine(patient: Patient): Promise<Diagnosis>;
}

export function well(found: string, advice?: string): Diagnosis {
  return { ok: true, found, ...(advice !== undefined && { advice }) };
}

export function unwell(found: string, advice: string): Diagnosis {
  return { ok: false, found, advice };
}
