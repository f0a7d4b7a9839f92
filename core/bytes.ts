/** Bytes: conversions to and from the text forms of the protocols, and memory for them. The conversions copy their input. */

export function toHex(bytes: Uint8Array): string {
  return view(bytes).toString("hex");
}

/** @throws RangeError when `hex` is not an even number of hexadecimal digits. */
export function fromHex(hex: string): Uint8Array {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(hex)) throw new RangeError(`Not hexadecimal: "${hex.slice(0, 40)}"`);
  return new Uint8Array(Buffer.from(hex, "hex"));
}

export function toBase64(bytes: Uint8Array): string {
  return view(bytes).toString("base64");
}

/** Standard alphabet, padded. Returns undefined when `text` is anything else. */
export function fromBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, "base64");
  if (bytes.toString("base64") !== text) return undefined;
  // A view of Node's pool: for a short text, a buffer of its own would cost more than decoding.
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

export function toBase64Url(bytes: Uint8Array): string {
  return view(bytes).toString("base64url");
}

/** URL-safe alphabet, no padding (RFC 4648 section 5). Returns undefined when `text` is anything else. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, "base64url");
  return bytes.toString("base64url") === text ? new Uint8Array(bytes) : undefined;
}

/** Base64 of either alphabet without the `=` at its end. In linear time; a pattern like `=+$` takes longer. */
export function withoutPadding(base64: string): string {
  let end = base64.length;
  while (base64[end - 1] === "=") end--;
  return base64.slice(0, end);
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && view(a).equals(view(b));
}

/** Big-endian unsigned integer of `width` bytes (1 to 6). */
export function uintToBytes(value: number, width: number): Uint8Array {
  const bytes = Buffer.alloc(width);
  bytes.writeUIntBE(value, 0, width);
  return new Uint8Array(bytes);
}

/** Reads all of `bytes` (1 to 6 of them) as one big-endian unsigned integer. */
export function bytesToUint(bytes: Uint8Array): number {
  return view(bytes).readUIntBE(0, bytes.length);
}

/**
 * Memory from Node's pool, with any content: for short lengths, a buffer of its own would cost more than the work on it.
 */
export function pooledBytes(length: number): Uint8Array {
  const room = Buffer.allocUnsafe(length);
  return new Uint8Array(room.buffer, room.byteOffset, length);
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
