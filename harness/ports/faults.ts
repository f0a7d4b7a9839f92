import type { FaultId } from "../../faults/index.js";
import type { Json } from "../model/trace.js";

export type { FaultId } from "../../faults/index.js";

/**
 * Asks the simulated Meta side for a deviation. A fault is armed as data, acts at the operation that its name says, and
 * is disarmed when the scenario ends. The ids come from the tables in `faults/`.
 */
export interface FaultRequest {
  readonly fault: FaultId;
  /** Login or user id that it is for (default: any). */
  readonly account?: string;
  /** How many operations it lets pass before it acts (default: 0). */
  readonly skip?: number;
  /** How often it acts (default: once). */
  readonly times?: number | "always";
  readonly params?: { readonly [key: string]: Json };
}
