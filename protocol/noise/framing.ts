import { concat, pooledBytes } from "../../core/bytes.js";
import { NoiseError } from "./errors.js";

const prefixLength = 3;
/** The largest 3-byte length (wire 1.1). */
export const maxFrameLength = 2 ** 24 - 1;

const nothing = new Uint8Array(0);

/** A frame of its final size with the length written; `body` is the part to fill, a view of `frame`. */
export function allocateFrame(bodyLength: number): { frame: Uint8Array; body: Uint8Array } {
  if (bodyLength > maxFrameLength) {
    throw new NoiseError("frame-too-large", `Write frame: ${bodyLength} bytes found, wanted at most ${maxFrameLength}`);
  }
  const frame = pooledBytes(prefixLength + bodyLength);
  frame[0] = bodyLength >>> 16;
  frame[1] = bodyLength >>> 8;
  frame[2] = bodyLength;
  return { frame, body: frame.subarray(prefixLength) };
}

/** @throws NoiseError `frame-too-large` at 2^24 bytes and above. */
export function encodeFrame(body: Uint8Array): Uint8Array {
  const { frame, body: room } = allocateFrame(body.length);
  room.set(body);
  return frame;
}

/**
 * Reads frames from a byte stream that may be cut anywhere. A length of zero is a frame with an empty body; decryption or
 * decoding refuses it later.
 */
export class FrameReader {
  readonly #maxFrame: number;
  readonly #prefix = new Uint8Array(prefixLength);
  #prefixFilled = 0;
  #body: Uint8Array = nothing;
  #bodyFilled = 0;
  #wanted = 0;

  /** @param limits.maxFrame Largest body in bytes, without the prefix. */
  constructor({ maxFrame = maxFrameLength }: { maxFrame?: number } = {}) {
    this.#maxFrame = maxFrame;
  }

  /** Bytes of an unfinished frame. Not zero at the end of a stream means that the peer was cut off in a frame. */
  get pending(): number {
    return this.#prefixFilled + this.#bodyFilled;
  }

  /** The unfinished frame as it arrived, with its length. */
  get received(): Uint8Array {
    return concat(this.#prefix.subarray(0, this.#prefixFilled), this.#body.subarray(0, this.#bodyFilled));
  }

  /**
   * The bodies that `chunk` completes. A body that lies in one chunk is a view of it.
   *
   * @throws NoiseError `frame-too-large`; the stream has lost its framing then, and every later call throws again.
   */
  push(chunk: Uint8Array): Uint8Array[] {
    const bodies: Uint8Array[] = [];
    let at = 0;
    for (;;) {
      while (this.#prefixFilled < prefixLength && at < chunk.length) {
        this.#prefix[this.#prefixFilled++] = chunk[at++] ?? 0;
      }
      if (this.#prefixFilled < prefixLength) return bodies;
      this.#wanted = this.#announced();
      if (this.#bodyFilled === 0 && chunk.length - at >= this.#wanted) {
        bodies.push(chunk.subarray(at, at + this.#wanted));
        at += this.#wanted;
      } else {
        at += this.#collect(chunk.subarray(at));
        if (this.#bodyFilled < this.#wanted) return bodies;
        bodies.push(this.#body.subarray(0, this.#wanted));
      }
      this.#prefixFilled = 0;
      this.#bodyFilled = 0;
      this.#body = nothing;
    }
  }

  #announced(): number {
    const [high = 0, middle = 0, low = 0] = this.#prefix;
    const length = (high << 16) | (middle << 8) | low;
    if (length > this.#maxFrame) {
      throw new NoiseError(
        "frame-too-large",
        `Read frame: ${length} bytes announced, wanted at most ${this.#maxFrame}`,
      );
    }
    return length;
  }

  /** Grows by doubling: linear time in tiny chunks, and no memory for bytes that have not arrived. */
  #collect(bytes: Uint8Array): number {
    const taken = bytes.subarray(0, this.#wanted - this.#bodyFilled);
    const needed = this.#bodyFilled + taken.length;
    if (needed > this.#body.length) {
      const grown = new Uint8Array(Math.min(this.#wanted, Math.max(needed, 2 * this.#body.length)));
      grown.set(this.#body.subarray(0, this.#bodyFilled));
      this.#body = grown;
    }
    this.#body.set(taken, this.#bodyFilled);
    this.#bodyFilled = needed;
    return taken.length;
  }
}
