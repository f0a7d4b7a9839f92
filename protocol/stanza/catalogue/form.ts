import { toHex } from "../../../core/bytes.js";
import { isNodeList } from "../node.js";
import type { StanzaNode } from "../node.js";

/**
 * A node as the schemas of the catalogue see it. Children are grouped by tag, so their order across tags is not
 * judged. Text and bytes are the same thing, because the binary form does not keep them apart.
 */
export interface JudgedForm {
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: Readonly<Record<string, readonly JudgedForm[]>>;
  /** Length of the content, when it is text or bytes. */
  readonly bytes?: number;
  /** The first 64 bytes of it in lower-case hexadecimal. */
  readonly head?: string;
}

const headBytes = 64;
/** No entry looks deeper; what is below is not copied. */
const judgedDepth = 16;

export function formOf(subject: StanzaNode, depth = 1): JudgedForm {
  const { attrs, content } = subject;
  if (typeof content === "string") return new FormWithContent(attrs, Buffer.from(content));
  if (content instanceof Uint8Array) return new FormWithContent(attrs, content);
  // Without a prototype, so that no tag meets an inherited property.
  const children = Object.create(null) as Record<string, JudgedForm[]>;
  if (isNodeList(content) && depth < judgedDepth) {
    for (const child of content) {
      const siblings = children[child.tag];
      const form = formOf(child, depth + 1);
      if (siblings === undefined) children[child.tag] = [form];
      else siblings.push(form);
    }
  }
  return { attrs, children };
}

const noChildren: JudgedForm["children"] = {};

class FormWithContent implements JudgedForm {
  readonly attrs: JudgedForm["attrs"];
  readonly children = noChildren;
  readonly bytes: number;
  readonly #content: Uint8Array;

  constructor(attrs: JudgedForm["attrs"], content: Uint8Array) {
    this.attrs = attrs;
    this.bytes = content.length;
    this.#content = content;
  }

  /** Written out only for the few rules that ask; no property of its own, so that no rule needs to allow it. */
  get head(): string {
    return toHex(this.#content.subarray(0, headBytes));
  }
}
