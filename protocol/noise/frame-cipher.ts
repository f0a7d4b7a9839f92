import type { KeyObject } from "node:crypto";
import { pooledBytes } from "../../core/bytes.js";
import { blockLength, Ghash, viewOf } from "./ghash.js";
import { KeyStream } from "./key-stream.js";
import { decryptFailed, lengthWithoutTag, roomFor } from "./nonce.js";

/** Longest plaintext in bytes. Longer ones are better off with an object of their own. */
export const maxShortFrame = 512;

const lastBlock = new Uint8Array(blockLength);
const lastWords = viewOf(lastBlock);
const tag = new Uint8Array(blockLength);
const tagWords = viewOf(tag);

/**
 * AES-256-GCM (NIST SP 800-38D) for many short frames under one key, nonces and tags as in `aead.ts`. An object of
 * node:crypto seals one frame: making it, and collecting it as garbage, costs more than the encryption. Here one object
 * lends its block cipher to all frames of a direction. In a busy endpoint that saves a fifth of all processor time
 * (decision 20). The hash is computed with look-ups, so time depends on data: good enough for a test bench.
 */
export class FrameCipher {
  readonly #stream: KeyStream;
  readonly #hash: Ghash;

  /** @param key 32 bytes. */
  constructor(key: KeyObject) {
    this.#stream = new KeyStream(key);
    this.#hash = new Ghash(this.#stream.hashKey());
  }

  /** As `seal` in `aead.ts`, for at most `maxShortFrame` bytes. */
  seal(counter: number, plaintext: Uint8Array, into?: Uint8Array): Uint8Array {
    const sealed = roomFor(plaintext, into);
    const { length } = plaintext;
    const begin = this.#stream.begin(counter, length);
    const { bytes } = this.#stream;
    const text = begin + blockLength;
    for (let at = 0; at < length; at++) sealed[at] = (plaintext[at] ?? 0) ^ (bytes[text + at] ?? 0);
    this.#digest(sealed, length);
    this.#hash.writeTo(tagWords);
    for (let at = 0; at < blockLength; at++) sealed[length + at] = (tag[at] ?? 0) ^ (bytes[begin + at] ?? 0);
    return sealed;
  }

  /** As `open` in `aead.ts`, for at most `maxShortFrame` bytes and the tag. */
  open(counter: number, sealed: Uint8Array): Uint8Array {
    const length = lengthWithoutTag(sealed);
    const begin = this.#stream.begin(counter, length);
    const { bytes } = this.#stream;
    this.#digest(sealed, length);
    this.#hash.writeTo(tagWords);
    let difference = 0;
    for (let at = 0; at < blockLength; at++) {
      difference |= (tag[at] ?? 0) ^ (bytes[begin + at] ?? 0) ^ (sealed[length + at] ?? 0);
    }
    if (difference !== 0) throw decryptFailed(counter, length);
    const plaintext = pooledBytes(length);
    const text = begin + blockLength;
    for (let at = 0; at < length; at++) plaintext[at] = (bytes[text + at] ?? 0) ^ (sealed[at] ?? 0);
    return plaintext;
  }

  #digest(ciphertext: Uint8Array, length: number): void {
    const words = viewOf(ciphertext);
    const whole = length - (length % blockLength);
    this.#hash.reset();
    for (let at = 0; at < whole; at += blockLength) this.#add(words, at);
    if (whole < length) {
      lastBlock.fill(0);
      lastBlock.set(ciphertext.subarray(whole, length));
      this.#add(lastWords, 0);
    }
    this.#hash.add(0, 0, 0, length * 8);
  }

  #add(words: DataView, at: number): void {
    this.#hash.add(words.getInt32(at), words.getInt32(at + 4), words.getInt32(at + 8), words.getInt32(at + 12));
  }
}
