import { defineFault } from "./fault.js";

/** Field 1 of 127 bytes, of which none follows. */
const truncated = Uint8Array.of(0x0a, 0x7f);

export const contentMalformed = defineFault({
  id: "content-malformed",
  sentence: "Encrypts bytes that are not a protobuf message",
  hook: "plaintext",
  params: {},
  effect: (plain) => ({ ...plain, content: truncated }),
});
