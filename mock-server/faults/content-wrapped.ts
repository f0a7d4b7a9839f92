import { concat, uintToBytes } from "../../core/bytes.js";
import { defineFault } from "./fault.js";
import { integer } from "./parameters.js";

export const contentWrapped = defineFault({
  id: "content-wrapped",
  sentence: "Encrypts the content inside a wrapper, as ordinary clients do with what older clients may not know",
  hook: "plaintext",
  params: { field: integer(1, 255, 40) },
  // Both lengths have to fit into one byte, as those of the texts that suites send do.
  fits: ({ content }) => content.length < 120,
  effect: (plain, { field }) => ({ ...plain, content: nested(field, nested(1, plain.content)) }),
});

/** A length-delimited field. */
function nested(field: number, bytes: Uint8Array): Uint8Array {
  const tag = field * 8 + 2;
  const written = tag < 0x80 ? Uint8Array.of(tag) : Uint8Array.of((tag % 0x80) + 0x80, Math.floor(tag / 0x80));
  return concat(written, uintToBytes(bytes.length, 1), bytes);
}
