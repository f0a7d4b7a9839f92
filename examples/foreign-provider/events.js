const most = 1000;

/** What the harness has not taken yet. */
export class Events {
  #waiting = [];
  #wakers = new Set();

  push(event) {
    this.#waiting.push({ at: Date.now(), ...event });
    if (this.#waiting.length > most) this.#waiting.shift();
    for (const wake of this.#wakers) wake();
  }

  /** As a start after a kill needs it. */
  get waiting() {
    return this.#waiting;
  }

  restore(events) {
    this.#waiting = events;
  }

  async take(timeoutMs) {
    if (this.#waiting.length === 0) await this.#next(timeoutMs);
    return this.#waiting.splice(0);
  }

  #next(ms) {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#wakers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#wakers.add(done);
    });
  }
}
