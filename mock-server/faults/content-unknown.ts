import { defineFault } from "./fault.js";

/** Field 2047, length-delimited, three bytes. The ordinary client has no such content, and may have it one day. */
const unheardOf = Uint8Array.of(0xfa, 0x7f, 3, 1, 2, 3);

export const contentUnknown = defineFault({
  id: "content-unknown",
  sentence: "Encrypts a valid protobuf message that holds only content of a type nobody knows",
  hook: "plaintext",
  params: {},
  effect: (plain) => ({ ...plain, content: unheardOf }),
});
