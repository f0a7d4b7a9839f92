import { fromBase64, toBase64 } from "../../../core/bytes.js";
import type { TraceNode } from "../../../harness/model/trace.js";
import { isNodeList, type StanzaContent, type StanzaNode } from "../../../protocol/stanza/node.js";
import { MockServerError } from "../../side/errors.js";

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
