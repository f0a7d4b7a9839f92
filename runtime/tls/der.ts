import { concat, utf8 } from "../../core/bytes.js";

/** As much of DER (ITU-T X.690) as a certificate needs. Every function returns a whole element: tag, length, content. */

const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Content in an element with a tag of the caller's, for the context-specific tags of RFC 5280. */
export function tagged(tag: number, content: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(tag), lengthOf(content.length), content);
}

export function sequence(...elements: readonly Uint8Array[]): Uint8Array {
  return tagged(tags.sequence, concat(...elements));
}

export function setOf(element: Uint8Array): Uint8Array {
  return tagged(tags.set, element);
}

/** A whole number below 128. */
export function smallInteger(value: number): Uint8Array {
  return tagged(tags.integer, Uint8Array.of(value));
}

/** A positive number, big-endian. */
export function unsignedInteger(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Uint8Array.of(0) : bytes.subarray(first);
  // A leading one-bit would make it negative.
  return tagged(tags.integer, (digits[0] ?? 0) >= 0x80 ? concat(Uint8Array.of(0), digits) : digits);
}

export function boolean(value: boolean): Uint8Array {
  return tagged(tags.boolean, Uint8Array.of(value ? 0xff : 0));
}

export function octetString(content: Uint8Array): Uint8Array {
  return tagged(tags.octetString, content);
}

/** @param unused Bits at the end of the last byte that do not count. */
export function bitString(content: Uint8Array, unused = 0): Uint8Array {
  return tagged(tags.bitString, concat(Uint8Array.of(unused), content));
}

export function utf8String(text: string): Uint8Array {
  return tagged(tags.utf8String, utf8(text));
}

/** @param dotted For example `2.5.29.17`. */
export function objectIdentifier(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return tagged(tags.objectIdentifier, Uint8Array.from([40 * first + second, ...rest].flatMap(base128)));
}

/**
 * UTCTime up to the end of 2049, GeneralizedTime from then on (RFC 5280 section 4.1.2.5).
 *
 * @param seconds Unix seconds.
 */
export function time(seconds: number): Uint8Array {
  const digits = new Date(seconds * 1000).toISOString().replace(/\.\d+|[-:T]/g, "");
  return Number(digits.slice(0, 4)) < 2050
    ? tagged(tags.utcTime, utf8(digits.slice(2)))
    : tagged(tags.generalizedTime, utf8(digits));
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return Uint8Array.of(0x80 | digits.length, ...digits);
}

/** Seven bits to a byte, the highest bit set on all but the last. */
function base128(value: number): number[] {
  const digits = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    digits.unshift(0x80 | (rest % 128));
  }
  return digits;
}
