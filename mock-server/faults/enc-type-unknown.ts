import { defineFault } from "./fault.js";
import { text } from "./parameters.js";
import { changeEach, hasEnc } from "./sealed.js";
import { changeChildren, withAttribute } from "./tamper.js";

export const encTypeUnknown = defineFault({
  id: "enc-type-unknown",
  sentence: "Names an encryption type that does not exist",
  hook: "sealed",
  params: { type: text("xmsg") },
  fits: hasEnc,
  effect: (sealed, { type }) =>
    changeEach(sealed, (message) => changeChildren(message, "enc", (enc) => withAttribute(enc, "type", type))),
});
