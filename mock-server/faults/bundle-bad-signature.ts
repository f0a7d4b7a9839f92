import { childNamed, childrenOf, node, type StanzaNode } from "../../protocol/stanza/node.js";
import { defineFault } from "./fault.js";
import { choice } from "./parameters.js";
import { changeChildren, withFlippedBytes } from "./tamper.js";

const spoilers = {
  spoilt: (key: StanzaNode) => changeChildren(key, "signature", withFlippedBytes),
  zero: (key: StanzaNode) =>
    changeChildren(key, "signature", (signature) => node("signature", signature.attrs, new Uint8Array(64))),
  missing: (key: StanzaNode) =>
    node(
      key.tag,
      key.attrs,
      childrenOf(key).filter(({ tag }) => tag !== "signature"),
    ),
} as const;

type Form = keyof typeof spoilers;

export const bundleBadSignature = defineFault({
  id: "bundle-bad-signature",
  sentence: "Hands out a key bundle whose signed pre-key has a spoilt signature, an empty one, or none",
  hook: "bundle",
  params: { form: choice(Object.keys(spoilers) as Form[], "spoilt") },
  fits: (bundle) => childNamed(bundle, "skey") !== undefined,
  effect: (bundle, { form }) => changeChildren(bundle, "skey", spoilers[form]),
});
