import type { KeyObject } from "node:crypto";
import { checkedCounter, decryptFailed, lengthWithoutTag, open, roomFor, seal, tagLength } from "./aead.js";
import { maxShortFrame, ShortFrameCipher } from "./short-frames/cipher.js";

/** Seals and opens the frames of one direction, as `seal` and `open` in `aead.ts` do. The associated data is empty. */
export interface FrameCipher {
  seal(counter: number, plaintext: Uint8Array, into?: Uint8Array): Uint8Array;
  open(counter: number, sealed: Uint8Array): Uint8Array;
}

/** The switch of decision 20: `new PlainFrameCipher(key)` in this line leaves every frame to node:crypto. */
export const frameCipher = (key: KeyObject): FrameCipher => new FastFrameCipher(key);

/** Every frame by node:crypto. */
export class PlainFrameCipher implements FrameCipher {
  protected readonly key: KeyObject;

  constructor(key: KeyObject) {
    this.key = key;
  }

  seal(counter: number, plaintext: Uint8Array, into?: Uint8Array): Uint8Array {
    return seal(this.key, counter, undefined, plaintext, into);
  }

  open(counter: number, sealed: Uint8Array): Uint8Array {
    return open(this.key, counter, undefined, sealed);
  }
}

/** Short frames by our own cipher, the others by node:crypto. */
class FastFrameCipher extends PlainFrameCipher {
  /** Made with the first short frame, for all that follow. */
  #short: ShortFrameCipher | undefined;

  override seal(counter: number, plaintext: Uint8Array, into?: Uint8Array): Uint8Array {
    if (plaintext.length > maxShortFrame) return super.seal(counter, plaintext, into);
    const sealed = roomFor(plaintext, into);
    this.#forShortFrames().seal(checkedCounter(counter), plaintext, sealed);
    return sealed;
  }

  override open(counter: number, sealed: Uint8Array): Uint8Array {
    if (sealed.length > maxShortFrame + tagLength) return super.open(counter, sealed);
    const length = lengthWithoutTag(sealed);
    const plaintext = this.#forShortFrames().open(checkedCounter(counter), sealed);
    if (plaintext === undefined) throw decryptFailed(counter, length);
    return plaintext;
  }

  #forShortFrames(): ShortFrameCipher {
    this.#short ??= new ShortFrameCipher(this.key);
    return this.#short;
  }
}
