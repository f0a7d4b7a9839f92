import { createSecretKey, type KeyObject } from "node:crypto";
import { type FrameCipher, frameCipher } from "./frame-cipher.js";

/** One direction of the transport phase: a key and the number of frames so far. The associated data is empty. */
export class CipherState {
  readonly #key: KeyObject;
  readonly #cipher: FrameCipher;
  #counter = 0;

  /** @param key 32 bytes. */
  constructor(key: Uint8Array) {
    this.#key = createSecretKey(key);
    this.#cipher = frameCipher(this.#key);
  }

  /** The counter that the next frame uses. */
  get counter(): number {
    return this.#counter;
  }

  /**
   * Ciphertext and 16-byte tag.
   *
   * @param into Room for the result, so that a frame and its length prefix can share one buffer (`allocateFrame`).
   * @throws NoiseError `counter-exhausted`
   */
  encrypt(plaintext: Uint8Array, into?: Uint8Array): Uint8Array {
    const sealed = this.#cipher.seal(this.#counter, plaintext, into);
    this.#counter++;
    return sealed;
  }

  /**
   * The counter stays when this throws, as the Noise specification demands (section 5.1).
   *
   * @throws NoiseError `decrypt-failed`, `counter-exhausted`
   */
  decrypt(sealed: Uint8Array): Uint8Array {
    const plaintext = this.#cipher.open(this.#counter, sealed);
    this.#counter++;
    return plaintext;
  }

  /** The 32 bytes of the key, for key logs only. */
  exportKey(): Uint8Array {
    return Uint8Array.from(this.#key.export());
  }

  /** Passes over frames: for a peer that drops a broken frame and reads on, and for faults that desynchronise. */
  skip(frames = 1): void {
    this.#counter += frames;
  }
}

/** Both directions, named from the owner's point of view. */
export interface Transport {
  readonly send: CipherState;
  readonly receive: CipherState;
}
