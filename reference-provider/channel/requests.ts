import type { Clock, Timer } from "../../core/clock.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import { ProviderError } from "../errors.js";

interface Pending {
  readonly resolve: (answer: StanzaNode) => void;
  readonly reject: (error: ProviderError) => void;
  readonly timer: Timer;
}

/** Stanzas that wait for the one stanza that answers them, by id. */
export class Requests {
  readonly #clock: Clock;
  readonly #pending = new Map<string, Pending>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Rejects with ProviderError `no-reply` after `ms`. */
  wait(id: string, ms: number): Promise<StanzaNode> {
    return new Promise((resolve, reject) => {
      const timer = this.#clock.after(ms, () => {
        this.#pending.delete(id);
        reject(new ProviderError("no-reply", `Wait for the answer to ${id}: found none within ${ms} ms`));
      });
      this.#pending.set(id, { resolve, reject, timer });
    });
  }

  /** False when no request waits for this id. */
  settle(id: string, answer: StanzaNode): boolean {
    const pending = this.#pending.get(id);
    if (pending === undefined) return false;
    this.#pending.delete(id);
    pending.timer.cancel();
    pending.resolve(answer);
    return true;
  }

  /** The connection is gone: requests without an answer have an unknown outcome. */
  abandon(): void {
    for (const [id, { reject, timer }] of this.#pending) {
      timer.cancel();
      reject(new ProviderError("connection-ended", `Wait for the answer to ${id}: the connection ended before`));
    }
    this.#pending.clear();
  }
}
