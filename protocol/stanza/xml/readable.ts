import { toHex } from "../../../core/bytes.js";
import { isNodeList } from "../node.js";
import type { StanzaNode } from "../node.js";
import { escapeAttribute, escapeText } from "./text.js";

export interface ReadableOptions {
  /** Bytes of content to show before an ellipsis. Default 24. */
  readonly shownBytes?: number;
  /** Characters of text to show before an ellipsis. Default 400. */
  readonly shownText?: number;
}

/**
 * An indented rendering for transcripts and reports; not meant to be parsed. Bytes show their count and their first
 * part in hexadecimal, characters that XML cannot carry show as `\u{…}`, and nothing makes it throw.
 */
export function toReadableXml(root: StanzaNode, options: ReadableOptions = {}): string {
  const lines: string[] = [];
  addLines(lines, root, "", options);
  return lines.join("\n");
}

function addLines(lines: string[], subject: StanzaNode, indent: string, options: ReadableOptions): void {
  const attrs = Object.entries(subject.attrs).map(
    ([name, value]) => ` ${visible(name)}="${escapeAttribute(visible(value))}"`,
  );
  const tag = visible(subject.tag);
  const start = `${indent}<${tag}${attrs.join("")}`;
  const { content } = subject;
  if (content === undefined || content.length === 0) {
    lines.push(content instanceof Uint8Array ? `${start}>[0 bytes]</${tag}>` : `${start}/>`);
  } else if (isNodeList(content)) {
    // Deeper than any real stanza; a hostile tree must not exhaust the stack.
    const tooDeep = indent.length > 400;
    lines.push(`${start}>`);
    if (tooDeep) lines.push(`${indent}  …`);
    else for (const child of content) addLines(lines, child, `${indent}  `, options);
    lines.push(`${indent}</${tag}>`);
  } else lines.push(`${start}>${inlineContent(content, options)}</${tag}>`);
}

function inlineContent(content: Uint8Array | string, { shownBytes = 24, shownText = 400 }: ReadableOptions): string {
  if (typeof content === "string") {
    return escapeText(visible(content.slice(0, shownText))) + (content.length > shownText ? "…" : "");
  }
  const ellipsis = content.length > shownBytes ? "…" : "";
  return `[${content.length} bytes] ${toHex(content.subarray(0, shownBytes))}${ellipsis}`;
}

// oxlint-disable-next-line no-control-regex -- these are the characters that must not reach a report
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\p{Surrogate}]/gu;

function visible(text: string): string {
  return text.replace(invisible, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
