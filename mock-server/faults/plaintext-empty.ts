import { defineFault } from "./fault.js";

export const plaintextEmpty = defineFault({
  id: "plaintext-empty",
  sentence: "Encrypts no bytes at all, not even padding",
  hook: "plaintext",
  params: {},
  effect: () => ({ content: new Uint8Array(0), padding: new Uint8Array(0) }),
});
