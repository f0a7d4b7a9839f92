import { type Annotated, AnnotationList } from "../../core/annotation.js";
import { annotateMessage, type MessageJson } from "../../proto/annotate.js";
import { inspectPadding, maxPadding } from "./padding.js";

export interface AnnotatedContent extends Annotated {
  /** Names as in content.proto, bytes in hexadecimal. */
  readonly json: MessageJson;
}

/**
 * Says of every byte of a message's content what it means. Never throws.
 *
 * @param padded Whether `bytes` still has its padding, as it comes out of a Signal session.
 */
export function annotateContent(bytes: Uint8Array, padded: boolean): AnnotatedContent {
  if (!padded) return annotateMessage(bytes, "content.Message");
  const { length, uniform } = inspectPadding(bytes);
  const end = bytes.length - length;
  if (!uniform || length > maxPadding) {
    const reason = `the last byte is ${length}, wanted 1 to ${maxPadding} bytes of that value`;
    const at = Math.max(0, bytes.length - 1);
    const { annotations, json } = annotateMessage(bytes.subarray(0, at), "content.Message");
    const last = { at, length: bytes.length - at, depth: 0, says: `not read: ${reason}` };
    return { annotations: [...annotations, last], json, problem: { at, reason } };
  }
  const list = new AnnotationList();
  const { json, ...message } = annotateMessage(bytes.subarray(0, end), "content.Message");
  const problem = list.nest(message, 0, 0);
  list.add(end, bytes.length, 0, `padding: ${length} bytes of value ${length}`);
  return { annotations: list.all, json, ...(problem && { problem }) };
}
