import { toHex } from "../../core/bytes.js";
import type { Random } from "../../core/random.js";

/** A stanza id in the form of the open clients: "3EB0" and 18 upper-case hexadecimal digits (wire 3.6). */
export function newMessageId(random: Random): string {
  return `3EB0${toHex(random.bytes(9)).toUpperCase()}`;
}
