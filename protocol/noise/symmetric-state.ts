import { hash } from "node:crypto";
import { concat, utf8 } from "../../core/bytes.js";
import { type Count, littleEndianNonce, open, reversedNonce, seal } from "./aead.js";
import { CipherState } from "./cipher-state.js";
import { hkdfSha256 } from "../../core/hkdf.js";
import type { HandshakeMistake } from "./mistakes.js";

const hashLength = 32;
const none = new Uint8Array(0);

/** The SymmetricState of the Noise specification, section 5.2, for AESGCM and SHA256 (wire 1.2). */
export class SymmetricState {
  #chainingKey: Uint8Array;
  #hash: Uint8Array;
  #key: Uint8Array | undefined;
  #counter = 0;
  readonly #skipTagCheck: boolean;
  /** The mistake that is made from now on. */
  mistake: HandshakeMistake | undefined;

  /**
   * @param protocolName Padded with zeros to 32 bytes, or hashed when it is longer.
   * @param unsafe Departures from the specification, for providers with these defects and for their diagnosis.
   */
  constructor(
    protocolName: string,
    unsafe: { readonly skipTagCheck?: boolean; readonly mistake?: HandshakeMistake | undefined } = {},
  ) {
    const { skipTagCheck = false, mistake } = unsafe;
    this.mistake = mistake;
    const name = utf8(protocolName);
    const pads = name.length <= hashLength && mistake !== "name-hashed";
    this.#hash = pads ? concat(name, new Uint8Array(hashLength - name.length)) : sha256(name);
    this.#chainingKey = this.#hash;
    this.#skipTagCheck = skipTagCheck;
  }

  /** A copy of h. */
  get handshakeHash(): Uint8Array {
    return Uint8Array.from(this.#hash);
  }

  mixHash(data: Uint8Array): void {
    // One-shot hashing of a pooled buffer takes half the time of a Hash object.
    const both = Buffer.allocUnsafe(hashLength + data.length);
    both.set(this.#hash);
    both.set(data, hashLength);
    this.#hash = sha256(both);
  }

  mixKey(secret: Uint8Array): void {
    const [first, second] = derivePair(this.#chainingKey, secret);
    const isSwapped = this.mistake === "outputs-swapped";
    this.#chainingKey = isSwapped ? second : first;
    this.#key = isSwapped ? first : second;
    if (this.mistake !== "nonce-not-reset") this.#counter = 0;
  }

  /** Before the first `mixKey` the bytes go through as they are, as in the specification. */
  encryptAndHash(plaintext: Uint8Array): Uint8Array {
    const sealed = this.encrypt(plaintext);
    this.mixHash(this.mistake === "plaintext-hashed" ? plaintext : sealed);
    return sealed;
  }

  /** @throws NoiseError `decrypt-failed` */
  decryptAndHash(sealed: Uint8Array): Uint8Array {
    const plaintext = this.decrypt(sealed);
    this.mixHash(this.mistake === "plaintext-hashed" ? plaintext : sealed);
    return plaintext;
  }

  /** Without the hash. */
  encrypt(plaintext: Uint8Array): Uint8Array {
    return this.#key === undefined ? plaintext : seal(this.#key, this.#count(), this.#associated(), plaintext);
  }

  /** Without the hash. @throws NoiseError `decrypt-failed` */
  decrypt(sealed: Uint8Array): Uint8Array {
    if (this.#key === undefined) return sealed;
    return open(this.#key, this.#count(), this.#associated(), sealed, this.#skipTagCheck);
  }

  #count(): Count {
    const count = this.mistake === "nonce-stays-zero" ? 0 : this.#counter++;
    if (this.mistake === "nonce-lowest-byte-first") return reversedNonce(count);
    return this.mistake === "nonce-little-endian" ? littleEndianNonce(count) : count;
  }

  #associated(): Uint8Array | undefined {
    return this.mistake === "associated-data-missing" ? undefined : this.#hash;
  }

  /** Keys for the transport: what the initiator writes with, then what the responder writes with. */
  split(): [CipherState, CipherState] {
    const [first, second] = derivePair(this.#chainingKey, none);
    return [new CipherState(first), new CipherState(second)];
  }
}

function derivePair(chainingKey: Uint8Array, secret: Uint8Array): [Uint8Array, Uint8Array] {
  const both = hkdfSha256(chainingKey, secret, none, 2 * hashLength);
  return [both.subarray(0, hashLength), both.subarray(hashLength)];
}

function sha256(data: Uint8Array): Uint8Array {
  return hash("sha256", data, "buffer");
}
