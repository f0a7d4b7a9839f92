import type { Violation } from "../../../harness/model/trace.js";
import type { Profile } from "../../../profiles/profile.js";
import { stanzaValidator } from "../../../protocol/stanza/catalogue/validate.js";
import { childrenOf, describe, isNodeList, type StanzaNode } from "../../../protocol/stanza/node.js";
import { kyberTagOf } from "../../engine/key-bytes.js";
import type { Engine } from "../../engine/types.js";

/** Finds what is wrong with a stanza that was received, or that the endpoint sends. */
export type ValidateStanza = (stanza: StanzaNode, direction: "in" | "out") => readonly Violation[];

/** Elements with keys lie no deeper: `iq`, `list`, `user`, and the key. */
const deepest = 3;

/** By the catalogue, or only by whether the endpoint has an answer of its own, as the profile says. */
export function chatValidator(profile: Profile, engine: Pick<Engine, "knows">): ValidateStanza {
  const tag = kyberTagOf(profile);
  if (profile.stanza.judgedBy === "catalogue") {
    const validate = stanzaValidator(profile.requests);
    return (node, direction) => validate(cataloguedPart(node, tag), direction === "in" ? "from-client" : "from-server");
  }
  return (node, direction) => (direction === "out" || engine.knows(node) ? [] : [unanswered(node)]);
}

function unanswered(node: StanzaNode): Violation {
  const message = `${describe(node)}: the endpoint has no answer of its own to this`;
  return { stanza: node.tag, path: node.tag, rule: "unknown-stanza", message };
}

/**
 * The stanza as the catalogue knows it. The element of Kyber keys is particular to the profile; the engine validates
 * their widths when it reads them.
 */
function cataloguedPart(stanza: StanzaNode, kyberTag: string | undefined): StanzaNode {
  const mayHoldKeys = stanza.tag === "iq" || stanza.tag === "receipt";
  return kyberTag !== undefined && mayHoldKeys ? without(stanza, kyberTag, deepest) : stanza;
}

function without(parent: StanzaNode, tag: string, depth: number): StanzaNode {
  if (depth === 0 || !isNodeList(parent.content)) return parent;
  const content = childrenOf(parent)
    .filter((child) => child.tag !== tag)
    .map((child) => without(child, tag, depth - 1));
  return { ...parent, content };
}
