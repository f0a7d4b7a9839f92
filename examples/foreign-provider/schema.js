import { readFileSync } from "node:fs";
import protobuf from "protobufjs";

const { root } = protobuf.parse(readFileSync(new URL("whatsapp.proto", import.meta.url), "utf8"), { keepCase: true });

/** Fields that are undefined are left out. */
export function encode(name, value) {
  const type = root.lookupType(name);
  return type.encode(type.fromObject(value)).finish();
}

/** Holds only the fields that came. Throws when the bytes are no such message. */
export function decode(name, bytes) {
  const type = root.lookupType(name);
  return type.toObject(type.decode(bytes), { longs: Number });
}
