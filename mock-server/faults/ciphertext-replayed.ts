import { defineFault } from "./fault.js";
import { text } from "./parameters.js";
import { changeEach, hasEnc } from "./sealed.js";
import { changeChildren } from "./tamper.js";

export const ciphertextReplayed = defineFault({
  id: "ciphertext-replayed",
  sentence: "Sends the ciphertext of an earlier message once more, under a new id",
  hook: "sealed",
  params: { of: text() },
  fits: (sealed, { of }) => hasEnc(sealed) && sealed.earlier.has(of),
  effect: (sealed, { of }) =>
    changeEach(sealed, (message) => changeChildren(message, "enc", () => sealed.earlier.get(of))),
});
