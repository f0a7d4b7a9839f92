import { childNamed } from "../../protocol/stanza/node.js";
import { defineFault } from "./fault.js";
import { changeChildren, withFlippedBytes } from "./tamper.js";

export const bundleBadSignature = defineFault({
  id: "bundle-bad-signature",
  sentence: "Hands out a key bundle whose signed pre-key has a spoilt signature",
  hook: "bundle",
  params: {},
  fits: (bundle) => childNamed(bundle, "skey") !== undefined,
  effect: (bundle) => changeChildren(bundle, "skey", (key) => changeChildren(key, "signature", withFlippedBytes)),
});
