/** Bytes of a block of AES and of GHASH. */
export const blockLength = 16;
/** What a bit that falls off the low end of a product comes back as: x^128 = x^7 + x^2 + x + 1, bits in reverse. */
const polynomial = 0xe1000000;
const wordBytes = 4;
const nibbles = 16;

/** What each byte that falls off comes back as, in the first word. The same for all keys. */
const returning = new DataView(new ArrayBuffer(256 * wordBytes));
for (let byte = 0; byte < 256; byte++) {
  let back = 0;
  for (let bit = 0; bit < 8; bit++) if ((byte >>> bit) & 1) back ^= polynomial >>> (7 - bit);
  returning.setInt32(byte * wordBytes, back);
}

/**
 * The hash of GCM (NIST SP 800-38D section 6.4) under one key, block by block. A byte of the product is looked up as two
 * nibbles: 512 bytes for a key stay in the cache with thousands of keys in use, which the 4 KiB of whole bytes do not.
 */
export class Ghash {
  /** Sixteen products with the high nibble of a byte, then sixteen with the low one. */
  readonly #products = new DataView(new ArrayBuffer(2 * nibbles * blockLength));
  #first = 0;
  #second = 0;
  #third = 0;
  #fourth = 0;

  /** @param key 16 bytes: the block of zeros, encrypted. */
  constructor(key: Uint8Array) {
    const power = new DataView(Uint8Array.from(key).buffer);
    for (let bit = 0; bit < 8; bit++) {
      this.#addPower(bit, power);
      timesX(power);
    }
  }

  /** Begins a new hash. */
  reset(): void {
    this.#first = 0;
    this.#second = 0;
    this.#third = 0;
    this.#fourth = 0;
  }

  /** Takes in one block: four words, most significant first. */
  add(first: number, second: number, third: number, fourth: number): void {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    // Written without an array: this runs a dozen times for each frame.
    let input = this.#fourth ^ fourth;
    for (let word = 3; word >= 0; word--) {
      if (word === 2) input = this.#third ^ third;
      else if (word === 1) input = this.#second ^ second;
      else if (word === 0) input = this.#first ^ first;
      for (let shift = 0; shift < 32; shift += 8) {
        const high = (input >>> shift) & 0xf0;
        const low = (nibbles + ((input >>> shift) & 0x0f)) * blockLength;
        const back = returning.getInt32((d & 0xff) * wordBytes);
        d = ((d >>> 8) | (c << 24)) ^ this.#products.getInt32(high + 12) ^ this.#products.getInt32(low + 12);
        c = ((c >>> 8) | (b << 24)) ^ this.#products.getInt32(high + 8) ^ this.#products.getInt32(low + 8);
        b = ((b >>> 8) | (a << 24)) ^ this.#products.getInt32(high + 4) ^ this.#products.getInt32(low + 4);
        a = (a >>> 8) ^ back ^ this.#products.getInt32(high) ^ this.#products.getInt32(low);
      }
    }
    this.#first = a;
    this.#second = b;
    this.#third = c;
    this.#fourth = d;
  }

  /** The hash of the blocks so far: 16 bytes. */
  writeTo(into: DataView): void {
    into.setInt32(0, this.#first);
    into.setInt32(4, this.#second);
    into.setInt32(8, this.#third);
    into.setInt32(12, this.#fourth);
  }

  /** Adds the power of bit `bit` of a byte (0 is the most significant) to every product whose nibble has that bit. */
  #addPower(bit: number, power: DataView): void {
    const mask = 0x8 >>> (bit % 4);
    const half = bit < 4 ? 0 : nibbles;
    for (let nibble = 0; nibble < nibbles; nibble++) {
      if ((nibble & mask) === 0) continue;
      for (let word = 0; word < blockLength; word += wordBytes) {
        const at = (half + nibble) * blockLength + word;
        this.#products.setInt32(at, this.#products.getInt32(at) ^ power.getInt32(word));
      }
    }
  }
}

/** Bits count from the most significant, so this is a shift to the right. */
function timesX(power: DataView): void {
  let carry = 0;
  for (let word = 0; word < blockLength; word += wordBytes) {
    const value = power.getInt32(word);
    power.setInt32(word, (value >>> 1) | (carry << 31));
    carry = value & 1;
  }
  if (carry === 1) power.setInt32(0, power.getInt32(0) ^ polynomial);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
