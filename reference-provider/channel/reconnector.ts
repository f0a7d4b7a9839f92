import type { Clock, Timer } from "../../core/clock.js";
import { reasonOf } from "../../core/coded-error.js";
import type { Random } from "../../core/random.js";
import type { ChannelBehaviour } from "../behaviour/channel.js";
import { type ConnectionEnd, describeEnd, type Plan } from "../behaviour/reconnection.js";
import { ProviderError } from "../errors.js";

export interface ReconnectorDeps {
  readonly behaviour: ChannelBehaviour;
  readonly clock: Clock;
  readonly random: Random;
  readonly baseMs: number;
  /** Begins one connection. The result arrives through `online` or `ended`. */
  readonly attempt: () => Promise<void>;
}

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: ProviderError) => void;
}

/** How many attempts one request to connect may take when the server asks to come back later. */
const maximumAttempts = 5;
/** A connection that lived this many times the base pause was a good one: the next pause begins small again. */
const stablePauses = 30;
/** How many doublings of the pause a server is given that asks to slow down. */
const patientSteps = 3;
/** A server that says "restart" more often than this in a row is in trouble. */
const maximumRestarts = 3;

/** Decides when to connect, and settles the promises of `connect`. */
export class Reconnector {
  readonly #deps: ReconnectorDeps;
  #active = false;
  #online = false;
  #everOnline = false;
  #attempts = 0;
  #restarts = 0;
  #waiters: Waiter[] = [];
  #timer: Timer | undefined;

  constructor(deps: ReconnectorDeps) {
    this.#deps = deps;
  }

  /** False once the user has left or been turned away. */
  get active(): boolean {
    return this.#active;
  }

  connect(): Promise<void> {
    if (this.#online) return Promise.resolve();
    const outcome = new Promise<void>((resolve, reject) => this.#waiters.push({ resolve, reject }));
    if (!this.#active) {
      this.#active = true;
      this.#everOnline = false;
      this.#attempts = 0;
      this.#restarts = 0;
      this.#try();
    }
    return outcome;
  }

  /** The server has accepted the login; what the client has to do after it is not done yet. */
  loggedIn(): void {
    if (this.#deps.behaviour.resetsPausesAtLogin) this.#attempts = 0;
  }

  online(): void {
    this.#online = true;
    this.#everOnline = true;
    this.#timer = this.#deps.clock.after(stablePauses * this.#deps.baseMs, () => {
      this.#attempts = 0;
      this.#restarts = 0;
    });
    for (const { resolve } of this.#waiters.splice(0)) resolve();
  }

  /** True when there will be another attempt. */
  ended(end: ConnectionEnd): boolean {
    this.#online = false;
    this.#timer?.cancel();
    const plan = this.#plan(end);
    if (plan === "stop") {
      this.stop(describeEnd(end));
      return false;
    }
    const { behaviour, clock, random, baseMs } = this.#deps;
    const step = this.#attempts + (plan === "reconnect-much-later" ? patientSteps : 0);
    const pause = plan === "reconnect-at-once" ? 0 : behaviour.backoffMs(step, baseMs, random);
    if (plan === "reconnect-at-once") this.#restarts += 1;
    else this.#attempts += 1;
    this.#timer = clock.after(pause, () => this.#try());
    return true;
  }

  stop(reason: string): void {
    this.#active = false;
    this.#timer?.cancel();
    const error = new ProviderError("connect-failed", `Connect: ${reason}`);
    for (const { reject } of this.#waiters.splice(0)) reject(error);
  }

  #plan(end: ConnectionEnd): Plan {
    const plan = this.#deps.behaviour.afterEnd(end, { everOnline: this.#everOnline });
    const patienceIsOver = this.#waiters.length > 0 && this.#attempts + 1 >= maximumAttempts;
    if (!this.#active || (plan !== "stop" && patienceIsOver)) return "stop";
    return plan === "reconnect-at-once" && this.#restarts >= maximumRestarts ? "reconnect-later" : plan;
  }

  #try(): void {
    this.#deps.attempt().catch((thrown: unknown) => this.stop(reasonOf(thrown)));
  }
}
