import { isNodeList, type StanzaNode } from "../../../protocol/stanza/node.js";
import type { StanzaFacts, WireStanza } from "../../journal/stanza-record.js";
import type { ReadStanza, StanzaCodec } from "./codec.js";
import type { StanzaJudge } from "./stanza-judge.js";
import { toTraceNode } from "./trace-node.js";

/** Of most stanzas; one object for all of them. */
const nothingNotable: StanzaFacts = { compressed: false, notes: [], violations: [] };

/** What the trace says about a stanza that came in, apart from its tree. */
export function factsOf({ compressed, notes }: ReadStanza, violations: StanzaFacts["violations"]): StanzaFacts {
  if (!compressed && notes.length === 0 && violations.length === 0) return nothingNotable;
  return { compressed, notes: [...new Set(notes.map(({ kind }) => kind))], violations };
}

/** Decodes for the trace. Stanzas that came in were validated then; the endpoint's own are validated here. */
export function stanzaReading(codec: StanzaCodec, judge: StanzaJudge): WireStanza["read"] {
  return (payload, facts) => {
    if (facts !== undefined) return { node: toTraceNode(codec.decode(payload)), ...facts };
    const { node, compressed } = codec.readOwn(payload);
    return { node: toTraceNode(node), compressed, notes: [], violations: judge(node, "out") };
  };
}

/** Whether decoding returns the same stanza: the binary form distinguishes texts and bytes only in part. */
export function survivesWire({ content }: StanzaNode): boolean {
  return isNodeList(content) ? content.length > 0 && content.every(survivesWire) : typeof content !== "string";
}
