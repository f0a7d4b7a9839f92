import type { StanzaNode } from "../../protocol/stanza/node.js";
import { breakMac } from "../../signal/edit.js";
import { defineFault } from "./fault.js";
import { changeEach, hasEnc } from "./sealed.js";
import { changeChildren, withFlippedBytes } from "./tamper.js";

export const ciphertextCorrupted = defineFault({
  id: "ciphertext-corrupted",
  sentence: "Turns one bit in the authentication code of an encrypted message, or in the signature of one to a group",
  hook: "sealed",
  params: {},
  fits: hasEnc,
  effect: (sealed) => changeEach(sealed, (message) => changeChildren(message, "enc", withBrokenMac)),
});

function withBrokenMac(enc: StanzaNode): StanzaNode {
  if (!(enc.content instanceof Uint8Array)) return enc;
  // The signature is at the end.
  if (enc.attrs["type"] === "skmsg") return withFlippedBytes(enc);
  return { ...enc, content: breakMac(enc.attrs["type"] === "msg" ? "msg" : "pkmsg", enc.content) };
}
