import type { Journal } from "../../harness/ports/journal.js";

/** Why a wait ended. */
export type EpochEnd = "reset" | "closed";

/**
 * The time between two resets of a tenant. The journal continues across resets, because it is evidence. An epoch knows
 * where its own part of the journal begins, and ends the waits that belong to it.
 */
export class Epoch {
  readonly #journal: Pick<Journal, "last">;
  #since = 0;
  #controller = new AbortController();

  constructor(journal: Pick<Journal, "last">) {
    this.#journal = journal;
  }

  /** `seq` of the last entry before this epoch. */
  get since(): number {
    return this.#since;
  }

  /** Aborted at the end of this epoch; its reason is an `EpochEnd`. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Ends this epoch and begins the next. */
  begin(): void {
    this.#controller.abort("reset" satisfies EpochEnd);
    this.#controller = new AbortController();
    this.#since = this.#journal.last;
  }

  /** Ends the last epoch. */
  end(): void {
    this.#controller.abort("closed" satisfies EpochEnd);
  }
}
