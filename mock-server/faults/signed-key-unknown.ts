import { childNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import { withOuterNumber } from "../../signal/edit.js";
import { defineFault } from "./fault.js";
import { changeEach } from "./sealed.js";
import { changeChildren } from "./tamper.js";

/** Far from what a client that counts from 1 can have reached. */
const nobodysId = 0xfedcba;

export const signedKeyUnknown = defineFault({
  id: "signed-key-unknown",
  sentence: "Names, in a pre-key message, a signed pre-key that the receiver never had",
  hook: "sealed",
  params: {},
  fits: ({ stanzas }) => stanzas.some((message) => childNamed(message, "enc")?.attrs["type"] === "pkmsg"),
  effect: (sealed) => changeEach(sealed, (message) => changeChildren(message, "enc", withUnknownKey)),
});

function withUnknownKey(enc: StanzaNode): StanzaNode {
  if (enc.attrs["type"] !== "pkmsg" || !(enc.content instanceof Uint8Array)) return enc;
  return { ...enc, content: withOuterNumber(enc.content, "signedPreKeyId", nobodysId) };
}
