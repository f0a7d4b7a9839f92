import { type Cipher, createCipheriv, type KeyObject } from "node:crypto";
import { blockLength, viewOf } from "./ghash.js";

/** Frames of which the stream is made at one go: a call into node:crypto costs more than these blocks. */
const framesAhead = 8;
/** Longest plaintext for which it is made ahead, in bytes; most stanzas are shorter. */
const maxAhead = 304;
const strideAhead = strideFor(maxAhead);
const counterAt = 8;

/** The blocks that are encrypted: the nonce of a frame, then the number of the block from 1. Used again each time. */
const counterBlocks = new Uint8Array(framesAhead * strideAhead);
const counters = viewOf(counterBlocks);

/**
 * The key stream of AES-GCM (NIST SP 800-38D section 6.5) for the frames of one direction: for each frame the block that hides
 * its tag, then what hides its text. All from one object of node:crypto, which lends its block cipher.
 */
export class KeyStream {
  readonly #blocks: Cipher;
  #ahead: Uint8Array = new Uint8Array(0);
  /** Counter of the first frame in `#ahead`; before there is any, too low for every frame. */
  #first = -framesAhead;

  /** Where `begin` found the stream; valid until it is called again. */
  bytes: Uint8Array = this.#ahead;

  /** @param key 32 bytes. */
  constructor(key: KeyObject) {
    this.#blocks = createCipheriv("aes-256-ecb", key, null).setAutoPadding(false);
  }

  /** The block of zeros, encrypted: the key of the hash. */
  hashKey(): Uint8Array {
    return this.#blocks.update(new Uint8Array(blockLength));
  }

  /**
   * Where in `bytes` the stream of this frame begins, long enough for a plaintext of `length` bytes.
   *
   * @param length At most what all frames that are made ahead have together.
   */
  begin(counter: number, length: number): number {
    if (length > maxAhead) {
      this.bytes = this.#make(counter, 1, strideFor(length));
      return 0;
    }
    if (counter < this.#first || counter >= this.#first + framesAhead) {
      this.#ahead = this.#make(counter, framesAhead, strideAhead);
      this.#first = counter;
    }
    this.bytes = this.#ahead;
    return (counter - this.#first) * strideAhead;
  }

  #make(counter: number, frames: number, stride: number): Uint8Array {
    for (let frame = 0, at = 0; frame < frames; frame++) {
      for (let block = 1; at < (frame + 1) * stride; block++, at += blockLength) {
        counters.setUint32(at + counterAt, counter + frame);
        counters.setUint32(at + counterAt + 4, block);
      }
    }
    return this.#blocks.update(counterBlocks.subarray(0, frames * stride));
  }
}

function strideFor(length: number): number {
  return blockLength + Math.ceil(length / blockLength) * blockLength;
}
