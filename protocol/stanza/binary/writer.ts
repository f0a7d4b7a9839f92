import { StanzaError } from "../errors.js";
import { maxPackedCharacters, packedAlphabets, tokens } from "./tokens.js";

const nibbleBit = 0x10;
const hexBit = 0x20;
/** By character code: the value of a half byte, and the bits of the alphabets that have the character. */
const halfBytes = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  const nibble = packedAlphabets.nibble.indexOf(character);
  const hex = packedAlphabets.hex.indexOf(character);
  // A digit has the same value in both.
  if (nibble === -1 && hex === -1) return 0;
  return Math.max(nibble, hex) | (nibble === -1 ? 0 : nibbleBit) | (hex === -1 ? 0 : hexBit);
});
/** The half byte after an odd number of characters, in either alphabet. */
const filler = nibbleBit | hexBit | 15;

/** Written into one after the other by stanzas of ordinary size, like the pool behind `Buffer.allocUnsafe`. */
const blockBytes = 16384;
/** Calling into Node costs more than a loop of this many characters. */
const shortText = 32;

/** A growing buffer with the primitive forms of the binary codec. */
export class StanzaWriter {
  private buffer: Buffer = Buffer.allocUnsafeSlow(blockBytes);
  private start = 0;
  private at = 0;

  /** Drops the rest of a failed encoding. */
  restart(): void {
    this.at = this.start;
  }

  /** Everything written since `restart`; never written again, and not a copy. */
  finish(): Uint8Array {
    const { buffer, start, at } = this;
    this.start = at;
    const whole = new Uint8Array(buffer.buffer, start, at - start);
    // The large buffer of a single large stanza goes with it.
    if (buffer.length > blockBytes) this.change(Buffer.allocUnsafeSlow(blockBytes));
    return whole;
  }

  byte(value: number): void {
    if (this.at === this.buffer.length) this.reserve(1);
    this.buffer[this.at] = value;
    this.at += 1;
  }

  uint16(value: number): void {
    this.byte(value >>> 8);
    this.byte(value & 0xff);
  }

  listStart(size: number): void {
    if (size === 0) this.byte(tokens.listEmpty);
    else if (size < 256) {
      this.byte(tokens.list8);
      this.byte(size);
    } else if (size < 65536) {
      this.byte(tokens.list16);
      this.uint16(size);
    } else throw new StanzaError("not-encodable", `Encode a stanza: a list has ${size} entries, at most 65535 fit`);
  }

  raw(bytes: Uint8Array): void {
    this.binaryStart(bytes.length);
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.at);
    this.at += bytes.length;
  }

  rawText(text: string): void {
    if (text.length <= shortText && this.shortAscii(text)) return;
    const length = Buffer.byteLength(text);
    const ascii = length === text.length;
    if (!ascii && /\p{Surrogate}/u.test(text)) {
      throw new StanzaError("not-encodable", "Encode a stanza: a text has half a surrogate pair, wanted Unicode text");
    }
    this.binaryStart(length);
    this.reserve(length);
    this.buffer.write(text, this.at, ascii ? "latin1" : "utf8");
    this.at += length;
  }

  /** In one pass; false, with nothing written, for a text that neither packed form can hold. */
  packed(text: string): boolean {
    const { length } = text;
    if (length === 0 || length > maxPackedCharacters) return false;
    const odd = length % 2;
    const bytes = (length + odd) / 2;
    this.reserve(bytes + 2);
    const { buffer } = this;
    let at = this.at + 2;
    let alphabets = nibbleBit | hexBit;
    for (let index = 0; index < length; index += 2) {
      const high = halfBytes[text.charCodeAt(index)] ?? 0;
      const low = index + 1 < length ? (halfBytes[text.charCodeAt(index + 1)] ?? 0) : filler;
      alphabets &= high & low;
      if (alphabets === 0) return false;
      buffer[at++] = ((high & 15) << 4) | (low & 15);
    }
    buffer[this.at] = (alphabets & nibbleBit) === 0 ? tokens.hex8 : tokens.nibble8;
    buffer[this.at + 1] = odd === 1 ? bytes | 0x80 : bytes;
    this.at = at;
    return true;
  }

  /** False, with nothing written, when a character is not ASCII. */
  private shortAscii(text: string): boolean {
    const { length } = text;
    this.reserve(length + 2);
    const { buffer } = this;
    const start = this.at + 2;
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 127) return false;
      buffer[start + index] = code;
    }
    buffer[this.at] = tokens.binary8;
    buffer[this.at + 1] = length;
    this.at = start + length;
    return true;
  }

  private binaryStart(length: number): void {
    if (length < 256) {
      this.byte(tokens.binary8);
      this.byte(length);
    } else if (length < 2 ** 20) {
      this.byte(tokens.binary20);
      this.byte(length >>> 16);
      this.uint16(length & 0xffff);
    } else {
      this.byte(tokens.binary32);
      this.uint16(length >>> 16);
      this.uint16(length & 0xffff);
    }
  }

  private reserve(more: number): void {
    if (this.at + more <= this.buffer.length) return;
    const written = this.at - this.start;
    const needed = written + more;
    const larger = Buffer.allocUnsafeSlow(needed <= blockBytes ? blockBytes : 2 * needed);
    this.buffer.copy(larger, 0, this.start, this.at);
    this.change(larger);
    this.at = written;
  }

  private change(buffer: Buffer): void {
    this.buffer = buffer;
    this.start = 0;
    this.at = 0;
  }
}
