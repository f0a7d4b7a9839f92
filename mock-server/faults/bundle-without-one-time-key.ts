import { childNamed } from "../../protocol/stanza/node.js";
import { defineFault } from "./fault.js";
import { changeChildren } from "./tamper.js";

export const bundleWithoutOneTimeKey = defineFault({
  id: "bundle-without-one-time-key",
  sentence: "Hands out a key bundle without a one-time pre-key",
  hook: "bundle",
  params: {},
  fits: (bundle) => childNamed(bundle, "skey") !== undefined,
  effect: (bundle) => changeChildren(bundle, "key", () => undefined),
});
