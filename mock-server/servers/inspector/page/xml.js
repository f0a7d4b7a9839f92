import { h } from "./dom.js";
import { bytesOf, hexLines, hexOf } from "./bytes.js";

/** @import { TraceNode } from "../../../../harness/model/trace.js" */
/** @import { Child } from "./dom.js" */

/** Of more than this many like siblings in a row (an upload has hundreds of keys), the rest are folded. */
const maximumAlike = 3;
const shortBytes = 16;

/**
 * A stanza as indented XML, bytes as hex.
 *
 * @param {TraceNode} node
 * @returns {HTMLElement}
 */
export function xmlView(node) {
  return h("div", { class: "xml" }, nodeView(node));
}

/**
 * @param {TraceNode} node
 * @returns {Child}
 */
function nodeView(node) {
  const { tag, attrs, children = [], text, bytes } = node;
  const head = [
    h("b", {}, `<${tag}`),
    Object.entries(attrs).map(([name, value]) => [` ${name}=`, h("i", {}, `"${value}"`)]),
  ];
  const close = h("b", {}, `</${tag}>`);
  const open = h("b", {}, ">");
  if (text !== undefined) return h("div", {}, head, open, h("i", {}, text), close);
  if (bytes !== undefined) return h("div", {}, head, open, bytesView(bytesOf(bytes)), close);
  if (children.length === 0) return h("div", {}, head, h("b", {}, "/>"));
  return [h("div", {}, head, open), h("div", { class: "in" }, runsOf(children).map(runView)), h("div", {}, close)];
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

/** @param {readonly TraceNode[]} run */
function runView(run) {
  const left = run.length - maximumAlike;
  if (left <= 1) return run.map(nodeView);
  const more = h("details", {}, h("summary", {}, `${left} more <${run[0]?.tag ?? ""}>`));
  // Made when it is asked for: there may be hundreds.
  more.addEventListener(
    "toggle",
    () => more.append(...run.slice(maximumAlike).map((node) => h("div", {}, nodeView(node)))),
    {
      once: true,
    },
  );
  return [run.slice(0, maximumAlike).map(nodeView), more];
}

/** @param {readonly TraceNode[]} nodes */
function runsOf(nodes) {
  /** @type {TraceNode[][]} */
  const runs = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (last?.[0]?.tag === node.tag) last.push(node);
    else runs.push([node]);
  }
  return runs;
}

/**
 * The same as text, bytes in base64.
 *
 * @param {TraceNode} node
 * @param {string} [indent]
 * @returns {string}
 */
export function xmlText({ tag, attrs, children = [], text, bytes }, indent = "") {
  const head = `${indent}<${tag}${Object.entries(attrs)
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join("")}`;
  const content = text === undefined ? bytes : escape(text);
  if (content !== undefined) return `${head}>${content}</${tag}>\n`;
  if (children.length === 0) return `${head}/>\n`;
  return `${head}>\n${children.map((child) => xmlText(child, `${indent}  `)).join("")}${indent}</${tag}>\n`;
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
