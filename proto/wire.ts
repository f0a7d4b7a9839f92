import { ProtoError } from "./errors.js";

/** One field as it is on the wire, without any knowledge of a schema. */
export interface WireField {
  readonly number: number;
  readonly wireType: 0 | 1 | 2 | 5;
  /** Varint, fixed64 and fixed32 fields. Values above 2^53 are rounded. */
  readonly value?: number;
  /** Length-delimited fields: a view of the input. */
  readonly bytes?: Uint8Array;
}

export interface WireLimits {
  readonly maxBytes: number;
  readonly maxFields: number;
}

/**
 * The top-level fields of a protobuf message in the order of the wire. It shows what decoders hide: repeated scalars, foreign
 * wire types. Groups (wire types 3 and 4) are refused: no schema of ours has any.
 *
 * @throws ProtoError `proto-malformed` or `proto-too-large`.
 */
export function wireFields(bytes: Uint8Array, limits: WireLimits): WireField[] {
  if (bytes.length > limits.maxBytes) throw tooLarge(`${bytes.length} bytes`, `${limits.maxBytes}`);
  const fields: WireField[] = [];
  const cursor = new Cursor(bytes);
  while (!cursor.atEnd) {
    if (fields.length === limits.maxFields) throw tooLarge("more fields", `${limits.maxFields}`);
    fields.push(cursor.field());
  }
  return fields;
}

/** The number of the field that `raw`, one undecoded field with its tag, belongs to. @throws ProtoError */
export function fieldNumberOf(raw: Uint8Array): number {
  return new Cursor(raw).tag().number;
}

class Cursor {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  tag(): { number: number; wireType: number } {
    const tag = this.#varint();
    const number = Math.floor(tag / 8);
    if (number < 1 || number > 0x1fff_ffff) throw malformed(`field number ${number}`, "1 to 536870911");
    return { number, wireType: tag % 8 };
  }

  field(): WireField {
    const { number, wireType } = this.tag();
    switch (wireType) {
      case 0:
        return { number, wireType, value: this.#varint() };
      case 1:
        return { number, wireType, value: littleEndian(this.#take(8)) };
      case 2: {
        const bytes = this.#take(this.#varint());
        return { number, wireType, bytes };
      }
      case 5:
        return { number, wireType, value: littleEndian(this.#take(4)) };
      default:
        throw malformed(`wire type ${wireType} at field ${number}`, "0, 1, 2 or 5");
    }
  }

  #varint(): number {
    let value = 0;
    for (let width = 0; width < 10; width++) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw malformed("the end inside a varint", "its last byte");
      this.#at++;
      value += (byte & 0x7f) * 2 ** (7 * width);
      if (byte < 0x80) return value;
    }
    throw malformed("a varint of more than 10 bytes", "at most 10");
  }

  #take(length: number): Uint8Array {
    const left = this.#bytes.length - this.#at;
    if (length > left) throw malformed(`a length of ${length} with ${left} bytes left`, "a length within the message");
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}

function littleEndian(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}

function malformed(found: string, wanted: string): ProtoError {
  return new ProtoError("proto-malformed", `Read protobuf fields: found ${found}, wanted ${wanted}`);
}

function tooLarge(found: string, wanted: string): ProtoError {
  return new ProtoError("proto-too-large", `Read protobuf fields: found ${found}, wanted at most ${wanted}`);
}
