import type { TraceNode } from "../../harness/model/trace.js";
import { bytesOf, hexLines, hexOf, maximumDepth, type Run, runsOf } from "../../harness/model/words/stanza.js";
import { shorten } from "../text/printable.js";
import { html, join, type Markup, nothing } from "./markup.js";

const maximumText = 2000;
/** The line itself shows content of up to this many bytes. */
const shortBytes = 8;
/** Bytes of a hex dump; trace.ndjson has all. */
const maximumDump = 256;

/** A stanza as indented XML, one element per line; bytes as hex, with a dump for long ones. */
export function stanzaXml(node: TraceNode): Markup {
  return html`<div class="xml">${nodeLines(node, 0)}</div>`;
}

function nodeLines(node: TraceNode, depth: number): Markup {
  const head = html`<b>&lt;${node.tag}</b>${attributes(node)}`;
  const close = html`<b>&lt;/${node.tag}&gt;</b>`;
  if (node.text !== undefined) {
    return html`<div>${head}<b>&gt;</b><i>${shorten(node.text, maximumText)}</i>${close}</div>`;
  }
  if (node.bytes !== undefined) return html`<div>${head}<b>&gt;</b>${content(bytesOf(node.bytes))}${close}</div>`;
  const { children = [] } = node;
  if (children.length === 0) return html`<div>${head}<b>/&gt;</b></div>`;
  const inner =
    depth >= maximumDepth
      ? html`<em>… deeper elements left out</em>`
      : join(runsOf(children).map((run) => runLines(run, depth + 1)));
  return html`<div>${head}<b>&gt;</b></div><div class="in">${inner}</div><div>${close}</div>`;
}

function attributes({ attrs }: TraceNode): Markup {
  return join(
    Object.entries(attrs).map(([name, value]) => html` ${name}=<i>&quot;${shorten(value, maximumText)}&quot;</i>`),
  );
}

function runLines({ tag, shown, rest }: Run, depth: number): Markup {
  const more = rest.length === 0 ? nothing : html`<div><em>… ${rest.length} more &lt;${tag}&gt;</em></div>`;
  return join([...shown.map((node) => nodeLines(node, depth)), more]);
}

function content(bytes: Uint8Array): Markup {
  if (bytes.length <= shortBytes) return html`<samp>${hexOf(bytes)}</samp>`;
  const left = bytes.length - maximumDump;
  const more = left > 0 ? `\n… ${left} more bytes` : "";
  const head = `${bytes.length} bytes: ${hexOf(bytes.subarray(0, shortBytes))}…`;
  const dump = hexLines(bytes.subarray(0, maximumDump)) + more;
  return html`<details class="hex"><summary>${head}</summary><code>${dump}</code></details>`;
}
