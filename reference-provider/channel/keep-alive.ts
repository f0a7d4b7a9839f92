import type { Clock, Timer } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { ChannelBehaviour } from "../behaviour/channel.js";
import type { Timing } from "../settings.js";

export interface KeepAliveDeps {
  readonly behaviour: ChannelBehaviour;
  readonly clock: Clock;
  readonly random: Random;
  readonly timing: Timing;
  readonly nextId: () => string;
  readonly send: (stanza: StanzaNode) => void;
  /** A ping stayed unanswered. */
  readonly silent: () => void;
}

/** Pings one at a time, at random intervals up to the longest allowed, and reports a missing answer. */
export class KeepAlive {
  readonly #deps: KeepAliveDeps;
  readonly #intervalMs: number | undefined;
  #timer: Timer | undefined;
  #asked: string | undefined;

  constructor(deps: KeepAliveDeps) {
    this.#deps = deps;
    this.#intervalMs = deps.behaviour.keepAliveMs(deps.timing.keepAliveMs);
    this.#schedule();
  }

  /** Takes every `iq` answer; true when it was the one to the ping. */
  answered(answer: StanzaNode): boolean {
    if (this.#asked === undefined || !this.#deps.behaviour.answersPing(this.#asked, answer)) return false;
    this.#asked = undefined;
    this.#timer?.cancel();
    this.#schedule();
    return true;
  }

  /** Begins the pause before the next ping again. */
  putOff(): void {
    if (this.#asked !== undefined) return;
    this.#timer?.cancel();
    this.#schedule();
  }

  stop(): void {
    this.#timer?.cancel();
    this.#asked = undefined;
  }

  #schedule(): void {
    if (this.#intervalMs === undefined) return;
    // The answer's way back counts too: the next pause begins only then.
    const shortest = Math.floor(this.#intervalMs * 0.7);
    const pause = shortest + this.#deps.random.int(Math.max(1, Math.floor(this.#intervalMs * 0.2)));
    this.#timer = this.#deps.clock.after(pause, () => this.#ping());
  }

  #ping(): void {
    const { behaviour, clock, nextId, send, timing, silent } = this.#deps;
    this.#asked = nextId();
    this.#timer = clock.after(behaviour.pingPatienceMs(timing.replyMs), () => {
      this.#asked = undefined;
      if (behaviour.onSilence === "close") silent();
      else this.#schedule();
    });
    send(behaviour.ping(this.#asked));
  }
}
