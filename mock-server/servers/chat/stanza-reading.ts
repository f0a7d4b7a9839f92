import { isNodeList, type StanzaNode } from "../../../protocol/stanza/node.js";
import type { WireStanza } from "../../journal/packed-stanzas.js";
import type { StanzaCodec } from "./codec.js";
import type { StanzaJudge } from "./stanza-judge.js";
import { toTraceNode } from "./trace-node.js";

/** What the trace says about a stanza, from its payload; for the journal, which keeps payloads until it is asked. */
export function stanzaReading(codec: StanzaCodec, judge: StanzaJudge): WireStanza["read"] {
  return (payload, direction) => {
    const { node, compressed, notes } = direction === "in" ? codec.read(payload) : codec.readOwn(payload);
    return {
      node: toTraceNode(node),
      compressed,
      // How it was encoded is of interest where the provider did it.
      notes: direction === "in" ? [...new Set(notes.map(({ kind }) => kind))] : [],
      violations: judge(node, direction),
    };
  };
}

/** Whether the wire tells all about the stanza: the binary form keeps texts and bytes apart only in part. */
export function survivesWire({ content }: StanzaNode): boolean {
  return isNodeList(content) ? content.length > 0 && content.every(survivesWire) : typeof content !== "string";
}
