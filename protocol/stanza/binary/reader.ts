import { StanzaError } from "../errors.js";
import type { StanzaLimits } from "../limits.js";
import { packedAlphabets, tokens } from "./tokens.js";

const nibblePairs = pairsOf(packedAlphabets.nibble);
const hexPairs = pairsOf(packedAlphabets.hex);
const utf8Decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A cursor over the primitive forms of the binary codec. Throws `truncated` rather than read past the end. */
export class StanzaReader {
  private readonly buffer: Buffer;
  private at = 0;

  constructor(bytes: Uint8Array, limits: StanzaLimits) {
    if (bytes.length > limits.maxBytes) {
      throw new StanzaError(
        "too-large",
        `Decode a stanza: found ${bytes.length} bytes, at most ${limits.maxBytes} wanted`,
      );
    }
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get left(): number {
    return this.buffer.length - this.at;
  }

  byte(): number {
    const value = this.buffer[this.at];
    if (value === undefined) this.truncated(1);
    this.at += 1;
    return value;
  }

  uint16(): number {
    return this.byte() * 256 + this.byte();
  }

  /** A view into the input, not a copy. */
  bytes(length: number): Uint8Array {
    const start = this.advance(length);
    return new Uint8Array(this.buffer.buffer, this.buffer.byteOffset + start, length);
  }

  /** The next `length` bytes as strict UTF-8. */
  text(length: number): string {
    const start = this.advance(length);
    let union = 0;
    for (let index = start; index < this.at; index += 1) union |= this.buffer[index] ?? 0;
    if (union < 128) return this.buffer.toString("latin1", start, this.at);
    try {
      return utf8Decoder.decode(this.buffer.subarray(start, this.at));
    } catch (cause) {
      throw new StanzaError("bad-string", `Decode a stanza: the text at byte ${start} is not UTF-8`, { cause });
    }
  }

  /** The length that follows a binary token; `shortest` is false when a narrower token would do. */
  binaryLength(token: number): { length: number; shortest: boolean } {
    if (token === tokens.binary8) return { length: this.byte(), shortest: true };
    if (token === tokens.binary20) {
      const length = (this.byte() & 0x0f) * 65536 + this.uint16();
      return { length, shortest: length >= 256 };
    }
    const length = this.uint16() * 65536 + this.uint16();
    return { length, shortest: length >= 2 ** 20 };
  }

  /** The text behind a packed token; `fillerOk` is false when an odd length does not end with 15. */
  packed(token: number): { text: string; fillerOk: boolean } {
    const head = this.byte();
    const length = head & 0x7f;
    const odd = head > 0x7f;
    const start = this.advance(length);
    const pairs = token === tokens.nibble8 ? nibblePairs : hexPairs;
    let text = "";
    for (let index = start; index < this.at - (odd ? 1 : 0); index += 1) {
      text += pairs[this.buffer[index] ?? 0] ?? this.badPacked(index);
    }
    if (!odd) return { text, fillerOk: true };
    const last = this.buffer[this.at - 1];
    if (length === 0 || last === undefined) this.badPacked(start);
    // The upper half alone: pairing it with 0 is valid in both alphabets.
    text += (pairs[last & 0xf0] ?? this.badPacked(this.at - 1)).charAt(0);
    return { text, fillerOk: (last & 0x0f) === 15 };
  }

  /** True, and the bytes are consumed, when exactly these come next. */
  skipIf(expected: Uint8Array): boolean {
    const end = this.at + expected.length;
    if (end > this.buffer.length) return false;
    for (let index = 0; index < expected.length; index += 1) {
      if (this.buffer[this.at + index] !== expected[index]) return false;
    }
    this.at = end;
    return true;
  }

  private advance(length: number): number {
    if (length > this.left) this.truncated(length);
    const start = this.at;
    this.at += length;
    return start;
  }

  private truncated(wanted: number): never {
    throw new StanzaError("truncated", `Decode a stanza: ${this.left} bytes left at byte ${this.at}, ${wanted} wanted`);
  }

  private badPacked(index: number): never {
    throw new StanzaError(
      "bad-packed-string",
      `Decode a stanza: the packed text at byte ${index} has no such character`,
    );
  }
}

/** By byte: the two characters that it packs, or undefined. */
function pairsOf(alphabet: string): readonly (string | undefined)[] {
  return Array.from({ length: 256 }, (_, byte) => {
    const [first, second] = [alphabet[byte >> 4], alphabet[byte & 15]];
    return first === undefined || second === undefined ? undefined : first + second;
  });
}
