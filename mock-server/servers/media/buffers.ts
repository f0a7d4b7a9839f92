/** For the beginning of an answer: most files are small, and a large buffer costs more than reading them. */
const firstBytes = 32 * 1024;
/** Large enough that the cost of a system call no longer counts. */
const moreBytes = 256 * 1024;
/** How many buffers are kept for later; those in use are bounded by the transfers that use them. */
const maximumIdleFirst = 128;
const maximumIdleMore = 16;

/** Buffers that transfers read into, used again and again: a fresh one for each piece costs more than hashing it. */
export interface BufferPool {
  /** For the first bytes of an answer, or for what follows. */
  take(what: "first" | "more"): Uint8Array;
  give(buffer: Uint8Array): void;
}

export function createBufferPool(): BufferPool {
  const first: Uint8Array[] = [];
  const more: Uint8Array[] = [];
  return {
    take: (what) =>
      what === "first"
        ? (first.pop() ?? Buffer.allocUnsafeSlow(firstBytes))
        : (more.pop() ?? Buffer.allocUnsafeSlow(moreBytes)),
    give(buffer) {
      if (buffer.length === firstBytes && first.length < maximumIdleFirst) first.push(buffer);
      if (buffer.length === moreBytes && more.length < maximumIdleMore) more.push(buffer);
    },
  };
}
