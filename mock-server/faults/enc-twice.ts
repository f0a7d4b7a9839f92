import { childrenNamed, childrenOf } from "../../protocol/stanza/node.js";
import { defineFault } from "./fault.js";
import { changeEach, hasEnc } from "./sealed.js";

export const encTwice = defineFault({
  id: "enc-twice",
  sentence: "Sends a message with the same encrypted element twice",
  hook: "sealed",
  params: {},
  fits: hasEnc,
  effect: (sealed) =>
    changeEach(sealed, (message) => ({
      ...message,
      content: [...childrenOf(message), ...childrenNamed(message, "enc")],
    })),
});
