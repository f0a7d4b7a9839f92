import { fromBase64, toBase64 } from "../../../core/bytes.js";
import type { TraceNode } from "../../../harness/model/trace.js";
import { isNodeList, type StanzaContent, type StanzaNode } from "../../../protocol/stanza/node.js";
import type { StanzaSource } from "../../journal/entry-log.js";
import { MockServerError } from "../../side/errors.js";
import type { StanzaCodec } from "./codec.js";
import type { ValidateStanza } from "./validator.js";

/** The form in which the trace keeps stanzas. */
export function toTraceNode({ tag, attrs, content }: StanzaNode): TraceNode {
  if (content === undefined) return { tag, attrs };
  if (typeof content === "string") return { tag, attrs, text: content };
  if (isNodeList(content)) return { tag, attrs, children: content.map(toTraceNode) };
  return { tag, attrs, bytes: toBase64(content) };
}

/** @throws MockServerError `bad-stanza-json` when bytes are not base64. */
export function fromTraceNode({ tag, attrs, children, text, bytes }: TraceNode): StanzaNode {
  const content = children?.map(fromTraceNode) ?? text ?? readBytes(tag, bytes);
  return content === undefined ? { tag, attrs } : { tag, attrs, content };
}

function readBytes(tag: string, bytes: string | undefined): StanzaContent | undefined {
  if (bytes === undefined) return undefined;
  const read = fromBase64(bytes);
  if (read !== undefined) return read;
  throw new MockServerError("bad-stanza-json", `Read bytes of ${tag}: found "${bytes.slice(0, 40)}", wanted base64`);
}

/** Decodes for the trace. A received stanza was validated when it arrived; the endpoint's own are validated here. */
export function stanzaReading(codec: StanzaCodec, validate: ValidateStanza): StanzaSource["read"] {
  return (payload, violations) => {
    const { node, compressed, notes } = violations === undefined ? codec.readOwn(payload) : codec.read(payload);
    return {
      node: toTraceNode(node),
      compressed,
      // How it was encoded matters only if the provider encoded it.
      notes: violations === undefined ? [] : [...new Set(notes.map(({ kind }) => kind))],
      violations: violations ?? validate(node, "out"),
    };
  };
}

/** Whether decoding returns the same stanza: the binary form distinguishes texts and bytes only in part. */
export function survivesWire({ content }: StanzaNode): boolean {
  return isNodeList(content) ? content.length > 0 && content.every(survivesWire) : typeof content !== "string";
}
