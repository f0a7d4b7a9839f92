import { readFileSync } from "node:fs";
import protobuf from "protobufjs";

const { root } = protobuf.parse(readFileSync(new URL("whatsapp.proto", import.meta.url), "utf8"), { keepCase: true });

/** A message of whatsapp.proto as bytes. Fields that are undefined are left out. */
export function encode(name, value) {
  const type = root.lookupType(name);
  return type.encode(type.fromObject(value)).finish();
}

/** Holds only the fields that came. Throws when the bytes are no such message. */
export function decode(name, bytes) {
  const type = root.lookupType(name);
  return type.toObject(type.decode(bytes), { longs: Number });
}

/** Signal's public keys have their type in front, those of Noise and of stanzas do not. */
export const typed = (key) => Uint8Array.of(5, ...key);
export const untyped = (key) => key.subarray(1);

/** Numbers in stanzas and in the enlistment are big-endian. */
export function uint(value, width) {
  const bytes = Buffer.alloc(width);
  bytes.writeUIntBE(value, 0, width);
  return bytes;
}

export function toUint(bytes) {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}
