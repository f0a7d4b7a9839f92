import { part } from "./api.js";

/** @import { Api } from "./api.js" */
/** @import { TraceEntry, TraceNode } from "../../../../harness/model/trace.js" */

/**
 * One entry with what belongs to it, as the API hands it out.
 *
 * @typedef {object} Told
 * @property {TraceEntry} entry
 * @property {readonly TraceEntry[]} belonging
 * @property {string} [payload] - Hex.
 */

/**
 * @param {Api} api
 * @param {number} seq
 * @returns {Promise<Told>}
 */
function tell(api, seq) {
  return api.get(`/journal/${part(seq)}`);
}

/**
 * The entries of a story in the form of a trace, which tests and `interop replay` read.
 *
 * @param {Api} api
 * @param {number} seq
 */
export async function saveTrace(api, seq) {
  const { entry, belonging } = await tell(api, seq);
  const lines = belonging.map((each) => `${JSON.stringify(each)}\n`);
  download(`${entry.kind}-${seq}.ndjson`, "application/x-ndjson", lines.join(""));
}

/**
 * The bytes of a stanza as they crossed the wire, in hex.
 *
 * @param {Api} api
 * @param {number} seq
 */
export async function saveBytes(api, seq) {
  const { payload = "" } = await tell(api, seq);
  download(`stanza-${seq}.hex`, "text/plain", `${payload}\n`);
}

/**
 * A stanza and its bytes in the form of the vectors in `fixtures/stanza`.
 *
 * @param {Api} api
 * @param {number} seq
 */
export async function saveVector(api, seq) {
  const { entry, payload } = await tell(api, seq);
  if (entry.kind !== "stanza") return;
  const vector = { name: `${entry.node.tag} ${seq}`, node: vectorNode(entry.node), hex: payload };
  download(`stanza-${seq}.json`, "application/json", `${JSON.stringify([vector], undefined, 2)}\n`);
}

/** @param {Api} api */
export async function saveAll(api) {
  const response = await api.send("/journal/export");
  download(`trace-${api.tenant}.ndjson`, "application/x-ndjson", await response.blob());
}

/**
 * @param {TraceNode} node
 * @returns {object}
 */
function vectorNode({ tag, attrs, children, text, bytes }) {
  const content = children?.map(vectorNode) ?? text ?? (bytes === undefined ? undefined : { base64: bytes });
  return { tag, attrs, ...(content !== undefined && { content }) };
}

/**
 * @param {string} name
 * @param {string} type
 * @param {BlobPart} content
 */
function download(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
