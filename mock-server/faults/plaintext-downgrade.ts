import { node } from "../../protocol/stanza/node.js";
import { defineFault } from "./fault.js";
import { changeEach, hasEnc } from "./sealed.js";
import { changeChildren } from "./tamper.js";

export const plaintextDowngrade = defineFault({
  id: "plaintext-downgrade",
  sentence: "Sends the content in clear, in a plaintext element in place of the encrypted one",
  hook: "sealed",
  params: {},
  fits: hasEnc,
  effect: (sealed) =>
    changeEach(sealed, (message) => changeChildren(message, "enc", () => node("plaintext", {}, sealed.content))),
});
