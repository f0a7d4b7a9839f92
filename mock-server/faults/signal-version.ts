import { defineFault } from "./fault.js";
import { integer } from "./parameters.js";
import { changeEach, hasEnc } from "./sealed.js";
import { changeChildren } from "./tamper.js";

export const signalVersion = defineFault({
  id: "signal-version",
  sentence: "Writes another version into the first byte of an encrypted message",
  hook: "sealed",
  params: { byte: integer(0, 255) },
  fits: hasEnc,
  effect: (sealed, { byte }) =>
    changeEach(sealed, (message) =>
      changeChildren(message, "enc", (enc) =>
        enc.content instanceof Uint8Array ? { ...enc, content: Uint8Array.of(byte, ...enc.content.subarray(1)) } : enc,
      ),
    ),
});
