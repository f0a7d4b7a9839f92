import type { Violation } from "../../../harness/model/trace.js";
import type { Profile } from "../../../profiles/profile.js";
import { judgeStanza } from "../../../protocol/stanza/catalogue/judge.js";
import { childrenOf, isNodeList, type StanzaNode } from "../../../protocol/stanza/node.js";
import { kyberTagOf } from "../../engine/key-bytes.js";

/** Compares a stanza with the catalogue, as far as the profile does not go beyond it. */
export type StanzaJudge = (stanza: StanzaNode, direction: "in" | "out") => readonly Violation[];

/** Elements that hold keys lie no deeper: `iq`, `list`, `user`, and the key. */
const deepest = 3;

/**
 * Kyber keys are the profile's alone, so their element is taken out before a stanza is judged. Their widths are judged
 * where they are read.
 */
export function stanzaJudge(profile: Pick<Profile, "session">): StanzaJudge {
  const tag = kyberTagOf(profile);
  return (stanza, direction) =>
    judgeStanza(
      tag !== undefined && (stanza.tag === "iq" || stanza.tag === "receipt") ? without(stanza, tag, deepest) : stanza,
      direction === "in" ? "from-client" : "from-server",
    );
}

function without(parent: StanzaNode, tag: string, depth: number): StanzaNode {
  if (depth === 0 || !isNodeList(parent.content)) return parent;
  const content = childrenOf(parent)
    .filter((child) => child.tag !== tag)
    .map((child) => without(child, tag, depth - 1));
  return { ...parent, content };
}
