import type { Cause, EventEntry, Json } from "../model/trace.js";
import type { FileContent } from "./file.js";

/** The outcome of a driver call that a check lets fail. */
export type CallOutcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly cause: Cause };

/**
 * The provider under test, as a suite sees it. Calls go out one at a time, so the simplest driver is enough. A call that must
 * work ends the scenario when it fails (`ScenarioBlocked`); the `try…` forms return the failure instead.
 */
export interface ProviderSide {
  readonly capabilities: ReadonlySet<string>;
  /** A user that exists only at the provider, with this user-visible identifier or one that the provider chooses. */
  newUser(id?: string): Promise<ProviderUser>;
  /** Enlisted, not connected. */
  enlistedUser(): Promise<ProviderUser>;
  /** Enlisted and connected. */
  connectedUser(): Promise<ProviderUser>;
  rotateToken(): Promise<void>;
  /**
   * Kills the provider without warning and starts it again. Its users are as they were stored, and not connected.
   * Needs the capability `restart`.
   */
  restart(): Promise<void>;
  /** Collects the remaining events of the provider's users, without waiting. */
  drainEvents(): Promise<void>;
}

export type ProviderContent = { readonly type: "text"; readonly text: string } | FileContent;

/** A message, by its id and the address of its author. */
export interface MessageReference {
  readonly id: string;
  readonly from: string;
}

export type TypingState = "composing" | "paused";

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
  /** Removes the user at the provider and at Meta. */
  delete(): Promise<void>;
  tryDelete(): Promise<CallOutcome<Json>>;
  send(to: string, content: ProviderContent, replyTo?: MessageReference): Promise<{ readonly id: string }>;
  trySend(to: string, content: ProviderContent): Promise<CallOutcome<{ readonly id: string }>>;
  /** Reacts to a message in the chat with `to`; an empty emoji removes the reaction. */
  react(to: string, target: MessageReference, emoji: string): Promise<{ readonly id: string }>;
  /** The user has read these messages. */
  read(from: string, ids: readonly string[]): Promise<void>;
  typing(to: string, state: TypingState): Promise<void>;
  tryTyping(to: string, state: TypingState): Promise<CallOutcome<Json>>;
  block(contact: string): Promise<void>;
  tryBlock(contact: string): Promise<CallOutcome<Json>>;
  unblock(contact: string): Promise<void>;
  blocklist(): Promise<readonly string[]>;
  /** Asks a WhatsApp user who has not opted in to become reachable. */
  notify(to: string): Promise<void>;
  tryNotify(to: string): Promise<CallOutcome<Json>>;
  rotateKeys(): Promise<void>;
  /** Everything that the user's device keeps, private keys included. Never enters the trace. */
  exportState(): Promise<string>;
  /** Restores the device to an exported state; it is not connected afterwards. */
  importState(state: string): Promise<void>;
  /** The first event of this kind that fits, reported already or in time; undefined at the time-out. */
  event(kind: string, fits?: (event: EventEntry["event"]) => boolean, ms?: number): Promise<EventEntry | undefined>;
}

/** Thrown by calls that must work. For checks without evidence, the runner turns it into `could-not-run`. */
export class ScenarioBlocked extends Error {
  readonly stopped: Cause;

  constructor(stopped: Cause) {
    super(stopped.message);
    this.name = "ScenarioBlocked";
    this.stopped = stopped;
  }
}
