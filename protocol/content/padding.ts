import { ContentError } from "./errors.js";

/**
 * Random-length padding of `enc` version 2: n bytes of value n after the protobuf, n from 1 to 16. Open clients write 1
 * to 15 or 1 to 16 and must accept both (interop fact 65, wire section 4). It is applied before Signal's own padding.
 */
export const maxPadding = 16;

/** @param n How many bytes to add, 1 to 16; drawn at random by the sender. */
export function pad(bytes: Uint8Array, n: number): Uint8Array {
  if (!Number.isInteger(n) || n < 1 || n > maxPadding) {
    throw new ContentError("bad-padding", `Pad content: found a length of ${n}, wanted 1 to ${maxPadding}`);
  }
  const padded = new Uint8Array(bytes.length + n).fill(n, bytes.length);
  padded.set(bytes);
  return padded;
}

/** @returns A view of `bytes` without its padding. @throws ContentError `bad-padding`. */
export function unpad(bytes: Uint8Array): Uint8Array {
  const { length, uniform } = inspectPadding(bytes);
  if (length >= 1 && length <= maxPadding && uniform) return bytes.subarray(0, bytes.length - length);
  const found = uniform || length === 0 ? `a length of ${length}` : `${length} bytes that differ or are not there`;
  throw new ContentError("bad-padding", `Unpad content: found ${found}, wanted 1 to ${maxPadding} equal bytes`);
}

export interface PaddingInspection {
  /** What the last byte claims, 0 to 255; 0 for an empty input. */
  readonly length: number;
  /** Whether as many bytes as claimed are there and all equal the claim. */
  readonly uniform: boolean;
}

/** Describes the end of `bytes` as padding, for checks. */
export function inspectPadding(bytes: Uint8Array): PaddingInspection {
  const length = bytes.at(-1) ?? 0;
  const uniform = length > 0 && length <= bytes.length && bytes.subarray(-length).every((byte) => byte === length);
  return { length, uniform };
}
