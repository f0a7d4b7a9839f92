import { StanzaError } from "../errors.js";
import { packedAlphabets, tokens } from "./tokens.js";

const nibbleBit = 1;
const hexBit = 2;
const nibbleValues = valuesOf(packedAlphabets.nibble);
const hexValues = valuesOf(packedAlphabets.hex);
const packableBits = Uint8Array.from(nibbleValues, (value, code) => {
  const hexadecimal = hexValues[code] === undefined || hexValues[code] === 255 ? 0 : hexBit;
  return (value === 255 ? 0 : nibbleBit) | hexadecimal;
});

/** What `shapeOf` finds; bits of one number because every text of every stanza is asked. */
export const textShapes = { nibble: nibbleBit, hex: hexBit, ascii: 4, hasAt: 8 } as const;

/** Which forms a text allows, as a sum of `textShapes`, found in one pass. */
export function shapeOf(text: string): number {
  let packable = nibbleBit | hexBit;
  let others: number = textShapes.ascii;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 127) return 0;
    packable &= packableBits[code] ?? 0;
    if (code === 64) others |= textShapes.hasAt;
  }
  return packable | others;
}

/** Written into one after the other by stanzas of ordinary size, like the pool behind `Buffer.allocUnsafe`. */
const blockBytes = 16384;
/** Calling into Node costs more than a loop of this many characters. */
const shortText = 32;

/** A growing buffer with the primitive forms of the binary codec. */
export class StanzaWriter {
  private buffer: Buffer = Buffer.allocUnsafeSlow(blockBytes);
  private start = 0;
  private at = 0;

  /** Drops what an encoding that failed has left behind. */
  restart(): void {
    this.at = this.start;
  }

  /** Everything written since `restart`; never written again, and not a copy. */
  finish(): Uint8Array {
    const { buffer, start, at } = this;
    this.start = at;
    const whole = new Uint8Array(buffer.buffer, start, at - start);
    // Room that was made for a single large stanza goes with it.
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

  rawText(text: string, ascii: boolean): void {
    const length = ascii ? text.length : Buffer.byteLength(text);
    if (!ascii && /\p{Surrogate}/u.test(text)) {
      throw new StanzaError("not-encodable", "Encode a stanza: a text has half a surrogate pair, wanted Unicode text");
    }
    this.binaryStart(length);
    this.reserve(length);
    if (!ascii) this.buffer.write(text, this.at, "utf8");
    else if (length > shortText) this.buffer.write(text, this.at, "latin1");
    else for (let index = 0; index < length; index += 1) this.buffer[this.at + index] = text.charCodeAt(index);
    this.at += length;
  }

  /** `text` must have the shape that `token` says and at most 127 characters. */
  packed(token: typeof tokens.nibble8 | typeof tokens.hex8, text: string): void {
    const values = token === tokens.nibble8 ? nibbleValues : hexValues;
    const odd = text.length % 2;
    const length = (text.length + odd) / 2;
    this.reserve(length + 2);
    const { buffer } = this;
    let at = this.at;
    buffer[at++] = token;
    buffer[at++] = odd === 1 ? length | 0x80 : length;
    for (let index = 0; index + 1 < text.length; index += 2) {
      buffer[at++] = ((values[text.charCodeAt(index)] ?? 0) << 4) | (values[text.charCodeAt(index + 1)] ?? 0);
    }
    if (odd === 1) buffer[at++] = ((values[text.charCodeAt(text.length - 1)] ?? 0) << 4) | 15;
    this.at = at;
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

/** By character code; 255 where the alphabet has no such character. */
function valuesOf(alphabet: string): Uint8Array {
  const values = new Uint8Array(128).fill(255);
  for (let index = 0; index < alphabet.length; index += 1) values[alphabet.charCodeAt(index)] = index;
  return values;
}
