import type { StanzaNode } from "../../protocol/stanza/node.js";
import { childNamed } from "../../protocol/stanza/node.js";
import { defineFault } from "./fault.js";
import { choice } from "./parameters.js";
import { changeChildren } from "./tamper.js";

/** Where each part lies below the user's element. */
const paths = {
  identity: ["identity"],
  "signed-key": ["skey", "value"],
  signature: ["skey", "signature"],
  "one-time-key": ["key", "value"],
} as const;

export const bundleBadWidth = defineFault({
  id: "bundle-bad-width",
  sentence: "Hands out a key bundle of which one part lacks its last byte",
  hook: "bundle",
  params: { part: choice(["identity", "signed-key", "signature", "one-time-key"]) },
  fits: (bundle, { part }) => childNamed(bundle, paths[part][0]) !== undefined,
  effect: (bundle, { part }) => changeAt(bundle, paths[part], shortened),
});

function changeAt(
  holder: StanzaNode,
  [tag, ...below]: readonly string[],
  change: (found: StanzaNode) => StanzaNode,
): StanzaNode {
  return tag === undefined ? change(holder) : changeChildren(holder, tag, (child) => changeAt(child, below, change));
}

function shortened(holder: StanzaNode): StanzaNode {
  return holder.content instanceof Uint8Array ? { ...holder, content: holder.content.subarray(0, -1) } : holder;
}
