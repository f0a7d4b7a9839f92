import { defineFault } from "./fault.js";
import { text } from "./parameters.js";
import { changeEach, hasEnc } from "./sealed.js";
import { changeChildren, withAttribute } from "./tamper.js";

export const encVersion = defineFault({
  id: "enc-version",
  sentence: "Names a version of the encrypted element that does not exist",
  hook: "sealed",
  params: { version: text("3") },
  fits: hasEnc,
  effect: (sealed, { version }) =>
    changeEach(sealed, (message) => changeChildren(message, "enc", (enc) => withAttribute(enc, "v", version))),
});
