/** @import { StanzaEntry, TraceContent, TraceEntry } from "../trace.js" */

/**
 * A trace entry in words, for everyone who shows one: the reports, their comparison with the reference provider, and the
 * inspector. Plain JavaScript without imports, because the page of the inspector loads it as it is.
 *
 * @typedef {object} EntryWords
 * @property {string} who - Who acts towards whom.
 * @property {string} party - The account, user or connection that it is about; may be empty.
 * @property {string} what - What happened, without anything that differs between runs: ids, keys, addresses and times.
 * @property {string} about - What differs between runs; may be empty.
 * @property {string} opened - The decrypted content in a line; may be empty.
 */

/**
 * @param {TraceEntry} entry
 * @returns {EntryWords}
 */
export function entryWords(entry) {
  const { party = "", what, about = "", opened = "" } = wordsOf(entry);
  return { who: whoOf(entry), party, what, about, opened };
}

/**
 * What an entry is, in one line.
 *
 * @param {EntryWords} words
 * @returns {string}
 */
export function headline({ party, what, about }) {
  return `${what}${party === "" ? "" : `, ${party}`}${about === "" ? "" : `: ${about}`}`;
}

/**
 * @param {TraceEntry} entry
 * @returns {string}
 */
function whoOf(entry) {
  switch (entry.kind) {
    case "clock":
    case "fault":
    case "scenario":
      return "harness";
    case "media":
    case "opened":
    case "sealed":
      return "WhatsApp user";
    case "driver":
      return entry.part === "request" ? "harness → driver" : "driver → harness";
    case "event":
    case "picture":
      return "driver → harness";
    default:
      return entry.by === "provider" ? "provider → Meta" : "Meta → provider";
  }
}

/**
 * @param {TraceEntry} entry
 * @returns {Pick<EntryWords, "what"> & Partial<EntryWords>}
 */
function wordsOf(entry) {
  switch (entry.kind) {
    case "scenario":
      if (entry.blocked === undefined) return { what: `scenario ${entry.event}` };
      return { what: `stopped [${entry.blocked.code}]`, about: entry.blocked.message };
    case "http":
      return entry.part === "request"
        ? { what: `${entry.method} (${entry.server})`, about: entry.url }
        : { what: `HTTP ${entry.status ?? "?"} (${entry.server})`, about: `to ${entry.method} ${entry.url}` };
    case "connection":
      return { party: entry.connection, what: `${entry.transport} ${entry.event}`, about: entry.reason ?? "" };
    case "handshake": {
      const { connection, message } = entry;
      return { party: connection, what: `handshake, ${message}`, about: textOf(entry.fields["message"] ?? "") };
    }
    case "enlistment":
      if ("reason" in entry.outcome) return { what: `refused: ${entry.outcome.reason}` };
      return { party: entry.outcome.login, what: "enlisted" };
    case "login": {
      const { account, connection, outcome, reason } = entry;
      return {
        party: account,
        what: `login ${outcome}${reason === undefined ? "" : ` with ${reason}`}`,
        about: `on ${connection}`,
      };
    }
    case "stanza":
      return {
        party: entry.account,
        what: stanzaInShort(entry),
        about: `${entry.size} bytes${entry.compressed ? ", compressed" : ""}, on ${entry.connection}`,
      };
    case "bad-frame": {
      const { account, connection, code, message, size } = entry;
      return { party: account ?? connection, what: `no stanza [${code}]`, about: `${message} (${size} bytes)` };
    }
    case "opened": {
      const { user, from, messageId, of, error, content } = entry;
      const what = error === undefined ? `opened ${content?.type ?? "nothing"}` : `could not open: ${error}`;
      const opened = content === undefined ? "" : contentInShort(content);
      return { party: user, what, about: `message ${messageId} of frame ${of}, from ${from}`, opened };
    }
    case "media": {
      const { user, messageId, path, problems, status, broken, plain } = entry;
      const what =
        problems.length === 0
          ? `fetched: ${status ?? broken ?? "no answer"}`
          : `fetched in vain: ${problems.join(", ")}`;
      const opened = plain === undefined || problems.length > 0 ? "" : `file of ${plain.bytes} bytes`;
      return { party: user, what, about: `file of message ${messageId}, ${path}`, opened };
    }
    case "sealed": {
      const { user, to, messageId, content } = entry;
      const about = `message ${messageId} for ${to}`;
      return { party: user, what: `sealed ${content.type}`, about, opened: contentInShort(content) };
    }
    case "driver":
      return { what: entry.error === undefined ? entry.method : `${entry.method} failed: ${entry.error.code}` };
    case "event":
      return { party: entry.user, what: `event ${entry.event.kind}` };
    case "fault":
      return {
        party: entry.connection ?? "",
        what: `fault ${entry.fault} ${entry.event}`,
        about: listed(entry.params),
      };
    case "picture":
      return { what: "picture of the app", about: `${entry.file} (${entry.bytes} bytes)` };
    case "clock":
      return { what: "clock moved", about: `${duration(entry.advancedMs)} ahead` };
  }
}

/** Attributes with the same value in every run that says most about a stanza. */
const telling = ["xmlns", "type", "class", "mode", "code"];

/**
 * @param {StanzaEntry} entry
 * @returns {string} For example `<message type="text"> with enc`.
 */
function stanzaInShort({ node: { tag, attrs, children = [] } }) {
  const attributes = telling.flatMap((name) => (attrs[name] === undefined ? [] : [` ${name}="${attrs[name]}"`]));
  const tags = [...new Set(children.map((child) => child.tag))];
  return `<${tag}${attributes.join("")}>${tags.length === 0 ? "" : ` with ${tags.join(", ")}`}`;
}

/**
 * @param {TraceContent} content
 * @returns {string} For example `“Hello”`, or `image “A caption”`.
 */
function contentInShort(content) {
  const { type } = content;
  const text = content["text"] ?? content["caption"] ?? content["emoji"];
  return type === "text" ? `“${textOf(text)}”` : `${type}${text === undefined ? "" : ` “${textOf(text)}”`}`;
}

/**
 * @param {Readonly<Record<string, unknown>>} values
 * @returns {string} For example `id=7 to=900-1@interop`.
 */
export function listed(values) {
  return Object.entries(values)
    .map(([name, each]) => `${name}=${textOf(each)}`)
    .join(" ");
}

/**
 * @param {unknown} given
 * @returns {string} A text as it is, anything else as JSON.
 */
export function textOf(given) {
  return typeof given === "string" ? given : (JSON.stringify(given) ?? "");
}

const units = /** @type {const} */ ([
  [86_400_000, "day"],
  [3_600_000, "hour"],
  [60_000, "minute"],
  [1000, "second"],
]);

/**
 * @param {number} ms
 * @returns {string} For example `1 day 3 hours`.
 */
export function duration(ms) {
  let rest = Math.round(ms);
  const parts = [];
  for (const [length, name] of units) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? "" : "s"}`);
  }
  return parts.slice(0, 2).join(" ") || `${rest} ms`;
}
