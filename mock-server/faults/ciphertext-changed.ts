import { defineFault } from "./fault.js";
import { changeEach, hasEnc } from "./sealed.js";
import { changeChildren, withFlippedBytes } from "./tamper.js";

export const ciphertextChanged = defineFault({
  id: "ciphertext-changed",
  sentence: "Turns one bit in the last byte of an encrypted message, whatever its format",
  hook: "sealed",
  params: {},
  fits: hasEnc,
  effect: (sealed) => changeEach(sealed, (message) => changeChildren(message, "enc", withFlippedBytes)),
});
