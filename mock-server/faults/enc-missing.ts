import { defineFault } from "./fault.js";
import { changeEach, hasEnc } from "./sealed.js";
import { changeChildren } from "./tamper.js";

export const encMissing = defineFault({
  id: "enc-missing",
  sentence: "Sends a message without encrypted content",
  hook: "sealed",
  params: {},
  fits: hasEnc,
  effect: (sealed) => changeEach(sealed, (message) => changeChildren(message, "enc", () => undefined)),
});
