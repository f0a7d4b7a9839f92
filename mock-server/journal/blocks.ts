const blockBytes = 2 ** 18;

/** Where bytes begin inside one of the blocks. */
export interface Place {
  readonly block: Uint8Array;
  readonly start: number;
}

/**
 * Keeps many small byte strings in few large buffers. A buffer goes when nobody knows a place in it any more; the oldest are
 * forgotten first, so hardly any is held by a single one.
 */
export class Blocks {
  #block = new Uint8Array(0);
  #used = 0;

  /** A copy of `bytes`. */
  add(bytes: Uint8Array): Place {
    if (this.#used + bytes.length > this.#block.length) {
      this.#block = new Uint8Array(Math.max(blockBytes, bytes.length));
      this.#used = 0;
    }
    const start = this.#used;
    this.#block.set(bytes, start);
    this.#used += bytes.length;
    return { block: this.#block, start };
  }
}
