import type { Cause, EventEntry, Json } from "../model/trace.js";
import type { FileContent } from "./file.js";

/** What became of a driver call that a check lets fail. */
export type CallOutcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly cause: Cause };

/**
 * The provider under test, as a suite sees it. Calls go out one at a time, so that the simplest driver will do. A call
 * that must work and does not ends the step (`StepBlocked`); the `try…` forms return the failure instead.
 */
export interface ProviderSide {
  readonly capabilities: ReadonlySet<string>;
  /** A user that exists at the provider only. */
  newUser(): Promise<ProviderUser>;
  /** Enlisted, not connected. */
  enlistedUser(): Promise<ProviderUser>;
  /** Enlisted and connected. */
  connectedUser(): Promise<ProviderUser>;
  rotateToken(): Promise<void>;
  /** Collects what the provider's users still have to report, without waiting. */
  drainEvents(): Promise<void>;
}

export type ProviderContent = { readonly type: "text"; readonly text: string } | FileContent;

export interface ProviderUser {
  /** User-visible identifier. */
  readonly id: string;
  /** Login given at enlistment, for example `12-345@interop`; empty before. */
  readonly login: string;
  enlist(): Promise<void>;
  tryEnlist(): Promise<CallOutcome<{ readonly login: string }>>;
  connect(): Promise<void>;
  tryConnect(): Promise<CallOutcome<Json>>;
  disconnect(): Promise<void>;
  send(to: string, content: ProviderContent): Promise<{ readonly id: string }>;
  trySend(to: string, content: ProviderContent): Promise<CallOutcome<{ readonly id: string }>>;
  rotateKeys(): Promise<void>;
  /** Everything that the user's device keeps, private keys included. Never enters the trace. */
  exportState(): Promise<string>;
  /** Puts the device back to an exported state; it is not connected afterwards. */
  importState(state: string): Promise<void>;
  /** The first event of this kind that fits, reported already or in time; undefined at the time-out. */
  event(kind: string, fits?: (event: EventEntry["event"]) => boolean, ms?: number): Promise<EventEntry | undefined>;
}

/** Thrown by calls that must work; the runner turns it into `could-not-run` for what was not reached. */
export class StepBlocked extends Error {
  readonly stopped: Cause;

  constructor(stopped: Cause) {
    super(stopped.message);
    this.name = "StepBlocked";
    this.stopped = stopped;
  }
}
