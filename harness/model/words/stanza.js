/** @import { TraceNode } from "../trace.js" */

/**
 * A stanza as readable XML, for the reports and the inspector. Plain JavaScript without imports, because the page of the
 * inspector loads it as it is.
 */

/** Of more similar siblings in a row than these, the rest are folded or counted: a key upload has hundreds. */
const shownAlike = 3;
/** Deeper elements are left out: real stanzas are not that deep, and a hostile one must not exhaust the stack. */
export const maximumDepth = 24;

/**
 * @typedef {object} Run
 * @property {string} tag
 * @property {readonly TraceNode[]} shown
 * @property {readonly TraceNode[]} rest - Empty, or more than one.
 */

/**
 * Siblings, with similar ones in a row put together.
 *
 * @param {readonly TraceNode[]} nodes
 * @returns {readonly Run[]}
 */
export function runsOf(nodes) {
  /** @type {TraceNode[][]} */
  const runs = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (last?.[0]?.tag === node.tag) last.push(node);
    else runs.push([node]);
  }
  return runs.map((run) => {
    const shown = run.length > shownAlike + 1 ? run.slice(0, shownAlike) : run;
    return { tag: run[0]?.tag ?? "", shown, rest: run.slice(shown.length) };
  });
}

/**
 * @typedef {object} XmlLimits
 * @property {number} text - Characters of a text or attribute.
 * @property {number} bytes - Bytes of content.
 */

/**
 * One element a line, bytes in hex.
 *
 * @param {TraceNode} node
 * @param {XmlLimits} [limits] - When given, long content is cut, and similar siblings are counted.
 * @returns {string}
 */
export function xmlText(node, limits) {
  return xmlLines(node, "", limits).join("\n");
}

/**
 * @param {TraceNode} node
 * @param {string} indent
 * @param {XmlLimits | undefined} limits
 * @returns {readonly string[]}
 */
function xmlLines({ tag, attrs, children = [], text, bytes }, indent, limits) {
  const attributes = Object.entries(attrs).map(([name, value]) => ` ${name}="${escaped(cut(value, limits?.text))}"`);
  const head = `${indent}<${tag}${attributes.join("")}`;
  if (text !== undefined) return [`${head}>${escaped(cut(text, limits?.text))}</${tag}>`];
  if (bytes !== undefined) return [`${head}>${shortHex(bytesOf(bytes), limits?.bytes)}</${tag}>`];
  if (children.length === 0) return [`${head}/>`];
  const inner = `${indent}  `;
  if (inner.length > 2 * maximumDepth) return [`${head}>`, `${inner}…`, `${indent}</${tag}>`];
  const runs = runsOf(children).flatMap(({ tag: alike, shown, rest }) => [
    ...(limits === undefined ? [...shown, ...rest] : shown).flatMap((child) => xmlLines(child, inner, limits)),
    ...(limits === undefined || rest.length === 0 ? [] : [`${inner}… ${rest.length} more <${alike}>`]),
  ]);
  return [`${head}>`, ...runs, `${indent}</${tag}>`];
}

/**
 * @param {string} text
 * @param {number | undefined} length
 */
function cut(text, length) {
  return length === undefined || text.length <= length ? text : `${text.slice(0, length)}…`;
}

/**
 * @param {Uint8Array} bytes
 * @param {number | undefined} length
 */
function shortHex(bytes, length) {
  return length === undefined || bytes.length <= length ? hexOf(bytes) : `${hexOf(bytes.subarray(0, length))}…`;
}

/** @param {string} text */
function escaped(text) {
  if (!/[&<>"]/.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/**
 * @param {string} base64
 * @returns {Uint8Array} Empty for anything else: a trace that was read from a file may contain it.
 */
export function bytesOf(base64) {
  try {
    const letters = atob(base64);
    const bytes = new Uint8Array(letters.length);
    for (let index = 0; index < bytes.length; index++) bytes[index] = letters.charCodeAt(index);
    return bytes;
  } catch {
    return new Uint8Array(0);
  }
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** @param {Uint8Array} bytes */
export function hexOf(bytes) {
  let text = "";
  for (const byte of bytes) text += pairs[byte];
  return text;
}

const bytesPerLine = 16;

/**
 * A dump: offset, hex, and the printable characters.
 *
 * @param {Uint8Array} bytes
 */
export function hexLines(bytes) {
  let text = "";
  let hex = "";
  let letters = "";
  for (const [index, byte] of bytes.entries()) {
    hex += ` ${pairs[byte]}`;
    letters += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·";
    if ((index + 1) % bytesPerLine !== 0 && index + 1 < bytes.length) continue;
    const offset = (index - (index % bytesPerLine)).toString(16).padStart(4, "0");
    text += `${text === "" ? "" : "\n"}${offset} ${hex.padEnd(bytesPerLine * 3)}  ${letters}`;
    hex = "";
    letters = "";
  }
  return text;
}
