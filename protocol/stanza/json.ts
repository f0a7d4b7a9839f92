import { fromBase64, toBase64 } from "../../core/bytes.js";
import { isRecord } from "../../core/is-record.js";
import { StanzaError } from "./errors.js";
import { maxWrittenDepth } from "./limits.js";
import { isNodeList, type StanzaNode } from "./node.js";

/** A stanza as JSON, in the form that traces and reports have. At most one of `children`, `text`, `bytes` is present. */
export interface StanzaJson {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children?: readonly StanzaJson[];
  readonly text?: string;
  /** Base64. */
  readonly bytes?: string;
}

export function stanzaToJson({ tag, attrs, content }: StanzaNode): StanzaJson {
  if (content === undefined) return { tag, attrs };
  if (typeof content === "string") return { tag, attrs, text: content };
  if (isNodeList(content)) return { tag, attrs, children: content.map(stanzaToJson) };
  return { tag, attrs, bytes: toBase64(content) };
}

/** Reads what a person wrote. @throws StanzaError `json-malformed`, which names the member. */
export function stanzaFromJson(json: unknown, path = "the stanza", depth = 1): StanzaNode {
  if (depth > maxWrittenDepth) throw malformed(path, `at most ${maxWrittenDepth} levels`);
  if (!isRecord(json)) throw malformed(path, "an object with tag and attrs");
  const { tag, attrs = {}, children, text, bytes, ...others } = json;
  if (typeof tag !== "string") throw malformed(`${path}.tag`, "a text");
  if (!isRecord(attrs) || !Object.values(attrs).every((value) => typeof value === "string")) {
    throw malformed(`${path}.attrs`, "an object of texts");
  }
  const [other] = Object.keys(others);
  if (other !== undefined) throw malformed(`${path}.${other}`, "only tag, attrs, children, text and bytes");
  if ([children, text, bytes].filter((each) => each !== undefined).length > 1) {
    throw malformed(path, "one of children, text and bytes");
  }
  // Every value was looked at above.
  const named = { tag, attrs: attrs as Readonly<Record<string, string>> };
  if (children !== undefined) {
    if (!Array.isArray(children)) throw malformed(`${path}.children`, "a list");
    const nodes = children.map((child: unknown, index) =>
      stanzaFromJson(child, `${path}.children[${index}]`, depth + 1),
    );
    return { ...named, content: nodes };
  }
  if (text !== undefined) {
    if (typeof text !== "string") throw malformed(`${path}.text`, "a text");
    return { ...named, content: text };
  }
  if (bytes === undefined) return named;
  const content = typeof bytes === "string" ? fromBase64(bytes) : undefined;
  if (content === undefined) throw malformed(`${path}.bytes`, "base64 (standard alphabet, padded)");
  return { ...named, content };
}

function malformed(path: string, wanted: string): StanzaError {
  return new StanzaError("json-malformed", `Read a stanza in JSON: found something else in ${path}, wanted ${wanted}`);
}
