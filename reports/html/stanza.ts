import type { TraceNode } from "../../harness/model/trace.js";
import { shorten } from "../text/printable.js";
import { html, join, type Markup, nothing } from "./markup.js";

/** Of more than this many like siblings in a row (an upload has hundreds of keys), the rest are counted only. */
const maximumAlike = 3;
const maximumDepth = 24;
const maximumText = 2000;
/** Content of up to this many bytes is shown in the line itself. */
const shortBytes = 8;

/** A stanza as indented XML, one element per line; bytes as hex, the long ones on demand. */
export function stanzaXml(node: TraceNode): Markup {
  return html`<div class="xml">${nodeLines(node, 0)}</div>`;
}

function nodeLines(node: TraceNode, depth: number): Markup {
  const head = html`<b>&lt;${node.tag}</b>${attributes(node)}`;
  const close = html`<b>&lt;/${node.tag}&gt;</b>`;
  if (node.text !== undefined) {
    return html`<div>${head}<b>&gt;</b><i>${shorten(node.text, maximumText)}</i>${close}</div>`;
  }
  if (node.bytes !== undefined) {
    const bytes = Buffer.from(node.bytes, "base64");
    const content = bytes.length <= shortBytes ? html`<samp>${shortHex(bytes)}</samp>` : hexDump(bytes);
    return html`<div>${head}<b>&gt;</b>${content}${close}</div>`;
  }
  const { children = [] } = node;
  if (children.length === 0) return html`<div>${head}<b>/&gt;</b></div>`;
  const inner =
    depth >= maximumDepth
      ? html`<em>… deeper elements left out</em>`
      : join(runsOf(children).map((run) => siblings(run, depth + 1)));
  return html`<div>${head}<b>&gt;</b></div><div class="in">${inner}</div><div>${close}</div>`;
}

function attributes({ attrs }: TraceNode): Markup {
  const entries = Object.entries(attrs);
  if (entries.length === 0) return nothing;
  return join(entries.map(([name, value]) => html` ${name}=<i>&quot;${shorten(value, maximumText)}&quot;</i>`));
}

function siblings(run: readonly TraceNode[], depth: number): Markup {
  const left = run.length - maximumAlike;
  if (left <= 1) return join(run.map((node) => nodeLines(node, depth)));
  const shown = run.slice(0, maximumAlike).map((node) => nodeLines(node, depth));
  const more = html`<div><em>… ${left} more &lt;${run[0]?.tag ?? ""}&gt;</em></div>`;
  return join([...shown, more]);
}

function runsOf(nodes: readonly TraceNode[]): readonly (readonly TraceNode[])[] {
  const runs: TraceNode[][] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (last?.[0]?.tag === node.tag) last.push(node);
    else runs.push([node]);
  }
  return runs;
}

const maximumShown = 512;
const perLine = 32;

/** "05 3a …": a few bytes in one line. */
function shortHex(bytes: Uint8Array, most = 8): string {
  const shown = [...bytes.subarray(0, most)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  return bytes.length > most ? `${shown} …` : shown;
}

/** Length and first bytes; the hex dump opens on demand and ends after the first 512 bytes. */
function hexDump(bytes: Uint8Array): Markup {
  const hex = Buffer.from(bytes.subarray(0, maximumShown)).toString("hex");
  const lines = hex.match(new RegExp(`.{1,${perLine * 2}}`, "g")) ?? [];
  const left = bytes.length - maximumShown;
  const more = left > 0 ? `\n… ${left} more bytes` : "";
  const head = `${bytes.length} bytes: ${shortHex(bytes)}`;
  return html`<details class="hex"><summary>${head}</summary><code>${lines.join("\n") + more}</code></details>`;
}
