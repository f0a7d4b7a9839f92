import { bytesOf, hexLines, hexOf, maximumDepth, runsOf } from "../../../../harness/model/words/stanza.js";
import { h } from "./dom.js";

/** @import { TraceNode } from "../../../../harness/model/trace.js" */
/** @import { Run } from "../../../../harness/model/words/stanza.js" */
/** @import { Child } from "./dom.js" */

const shortBytes = 16;

/**
 * A stanza as indented XML, bytes as hex.
 *
 * @param {TraceNode} node
 * @returns {HTMLElement}
 */
export function xmlView(node) {
  return h("div", { class: "xml" }, nodeView(node, 0));
}

/**
 * @param {TraceNode} node
 * @param {number} depth
 * @returns {Child}
 */
function nodeView({ tag, attrs, children = [], text, bytes }, depth) {
  const head = [
    h("b", {}, `<${tag}`),
    Object.entries(attrs).map(([name, value]) => [` ${name}=`, h("i", {}, `"${value}"`)]),
  ];
  const close = h("b", {}, `</${tag}>`);
  const open = h("b", {}, ">");
  if (text !== undefined) return h("div", {}, head, open, h("i", {}, text), close);
  if (bytes !== undefined) return h("div", {}, head, open, bytesView(bytesOf(bytes)), close);
  if (children.length === 0) return h("div", {}, head, h("b", {}, "/>"));
  const inner = depth >= maximumDepth ? "…" : runsOf(children).map((run) => runView(run, depth + 1));
  return [h("div", {}, head, open), h("div", { class: "in" }, inner), h("div", {}, close)];
}

/** @param {Uint8Array} bytes */
function bytesView(bytes) {
  if (bytes.length <= shortBytes) return h("samp", {}, hexOf(bytes));
  const start = hexOf(bytes.subarray(0, shortBytes));
  return h(
    "details",
    { class: "hex" },
    h("summary", {}, `${start}… ${bytes.length} bytes`),
    h("pre", {}, hexLines(bytes)),
  );
}

/**
 * @param {Run} run
 * @param {number} depth
 */
function runView({ tag, shown, rest }, depth) {
  const first = shown.map((node) => nodeView(node, depth));
  if (rest.length === 0) return first;
  const more = h("details", {}, h("summary", {}, `${rest.length} more <${tag}>`));
  const fillIn = () => more.append(...rest.map((node) => h("div", {}, nodeView(node, depth))));
  // Made when it is opened: there may be hundreds.
  more.addEventListener("toggle", fillIn, { once: true });
  return [first, more];
}
