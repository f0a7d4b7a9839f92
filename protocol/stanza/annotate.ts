import type { Annotated } from "../../core/annotation.js";
import { annotateNode } from "./binary/annotate.js";
import { decodeNode } from "./binary/decode.js";
import { tokens } from "./binary/tokens.js";
import { StanzaError } from "./errors.js";
import type { StanzaNode } from "./node.js";
import { compressedFlag, inflate } from "./payload.js";

/** One run of bytes with what each means. */
export interface AnnotatedPart extends Annotated {
  readonly title: string;
  readonly bytes: Uint8Array;
}

export interface AnnotatedStanza {
  /** The input and, when it is compressed, what comes out of it. */
  readonly parts: readonly AnnotatedPart[];
  readonly node?: StanzaNode;
}

const maxInflated = 2 ** 24;

/**
 * Says of every byte of a stanza what it means. Takes the plaintext of a frame, which begins with a flag byte, and a bare node,
 * which never begins with such a byte. Never throws.
 */
export function annotateStanza(bytes: Uint8Array): AnnotatedStanza {
  const [first] = bytes;
  if (first === 0) return withNode(flagged(bytes, "flag: not compressed"), bytes.subarray(1));
  if (first === tokens.list8 || first === tokens.list16) {
    return withNode({ title: "node", bytes, ...annotateNode(bytes) }, bytes);
  }
  if (first !== compressedFlag) {
    const found = first === undefined ? "nothing" : `byte ${first}`;
    const reason = `found ${found}, wanted a flag (0 or ${compressedFlag}), or a node (${tokens.list8} or ${tokens.list16})`;
    const annotations = [{ at: 0, length: bytes.length, depth: 0, says: "not read" }];
    return { parts: [{ title: "frame", bytes, annotations, problem: { at: 0, reason } }] };
  }
  const stream = bytes.subarray(1);
  const flag = { at: 0, length: 1, depth: 0, says: "flag: the rest is a zlib stream" };
  try {
    const inflated = inflate(stream, maxInflated);
    const says = `a zlib stream that inflates to ${inflated.length} bytes`;
    const whole = { title: "frame", bytes, annotations: [flag, { at: 1, length: stream.length, depth: 0, says }] };
    const { parts, ...rest } = withNode({ title: "inflated", bytes: inflated, ...annotateNode(inflated) }, inflated);
    return { parts: [whole, ...parts], ...rest };
  } catch (thrown) {
    if (!(thrown instanceof StanzaError)) throw thrown;
    const annotations = [flag, { at: 1, length: stream.length, depth: 0, says: "not read" }];
    return { parts: [{ title: "frame", bytes, annotations, problem: { at: 1, reason: thrown.message } }] };
  }
}

function flagged(bytes: Uint8Array, says: string): AnnotatedPart {
  const { annotations, problem } = annotateNode(bytes.subarray(1));
  return {
    title: "frame",
    bytes,
    annotations: [{ at: 0, length: 1, depth: 0, says }, ...annotations.map((each) => ({ ...each, at: each.at + 1 }))],
    ...(problem && { problem: { ...problem, at: problem.at + 1 } }),
  };
}

function withNode(part: AnnotatedPart, bytes: Uint8Array): AnnotatedStanza {
  return { parts: [part], ...(part.problem === undefined && { node: decodeNode(bytes).node }) };
}
