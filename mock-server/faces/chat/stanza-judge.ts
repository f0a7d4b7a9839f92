import type { Violation } from "../../../harness/model/trace.js";
import type { Profile } from "../../../profiles/profile.js";
import { stanzaJudge as catalogueJudge } from "../../../protocol/stanza/catalogue/judge.js";
import { describe, type StanzaNode } from "../../../protocol/stanza/node.js";
import type { Engine } from "../../engine/types.js";

/** What is wrong with a stanza that came in or went out. */
export type StanzaJudge = (stanza: StanzaNode, direction: "in" | "out") => readonly Violation[];

/** By the catalogue, or only by whether the endpoint has an answer of its own, as the profile says. */
export function stanzaJudge({ stanza, requests }: Profile, engine: Pick<Engine, "knows">): StanzaJudge {
  if (stanza.judgedBy === "catalogue") {
    const catalogue = catalogueJudge(requests);
    return (node, direction) => catalogue.judge(node, direction === "in" ? "from-client" : "from-server");
  }
  return (node, direction) => (direction === "out" || engine.knows(node) ? [] : [unanswered(node)]);
}

function unanswered(node: StanzaNode): Violation {
  const message = `${describe(node)}: the endpoint has no answer of its own to this`;
  return { stanza: node.tag, path: node.tag, rule: "unknown-stanza", message };
}
