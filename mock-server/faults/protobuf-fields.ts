import { concat } from "../../core/bytes.js";

/** Field 60, a number, and field 61, bytes: beyond everything that open schemas have. */
const strangers = Uint8Array.of(0xe0, 0x03, 0x01, 0xea, 0x03, 0x03, 0x6e, 0x65, 0x77);

/** A message with one embedded message (tag, length, content), with fields added to both. */
export function withUnknownFields(message: Uint8Array): Uint8Array {
  const { at, value } = varintAt(message, 1);
  const inner = concat(message.subarray(at, at + value), strangers);
  return concat(message.subarray(0, 1), varint(inner.length), inner, strangers);
}

function varintAt(bytes: Uint8Array, from: number): { readonly at: number; readonly value: number } {
  let value = 0;
  let at = from;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return { at, value };
  }
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return Uint8Array.of(...bytes, rest);
}
