/** @import { Inspection, StanzaEntry, TraceContent, TraceEntry } from "../trace.js" */

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
      const { connection, message, fields } = entry;
      return { party: connection, what: `handshake, ${message}`, about: textOf(fields["message"] ?? "") };
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
 * What else an entry holds, in the order in which to show it. Parts with a title may be folded away, and short views leave
 * them out.
 *
 * @typedef {(
 *   | { readonly kind: "wrong", readonly sentences: readonly string[] }
 *   | { readonly kind: "stanza" }
 *   | { readonly kind: "quote", readonly text: string }
 *   | { readonly kind: "body", readonly text: string, readonly type: string, readonly isBase64: boolean }
 *   | { readonly kind: "value", readonly value: unknown }
 *   | { readonly kind: "fields", readonly title?: string, readonly values: Readonly<Record<string, unknown>> }
 * )} EntryPart
 */

/**
 * @param {TraceEntry} entry
 * @returns {readonly EntryPart[]}
 */
export function entryParts(entry) {
  switch (entry.kind) {
    case "stanza":
      return [
        ...wrong(entry.violations.map(({ path, message, rule }) => `${path || "/"}: ${message} [${rule}]`)),
        { kind: "stanza" },
        ...fields({ encoding: entry.notes.join(", ") || undefined }),
      ];
    case "http": {
      const { headers, body, bodyIsBase64: isBase64 = false, broken, digest, protocol, tls } = entry;
      return [
        ...wrong(broken === undefined ? [] : [`Broke off: ${broken}`]),
        ...fields({ protocol, tls, file: digest && digestInShort(digest) }),
        ...folded(counted(headers, "header"), headers),
        ...(body === ""
          ? []
          : [/** @type {const} */ ({ kind: "body", text: body, type: headers["content-type"] ?? "", isBase64 })]),
      ];
    }
    case "connection":
      return [...fields({ url: entry.url }), ...folded(counted(entry.headers ?? {}, "header"), entry.headers ?? {})];
    case "handshake":
      return fields(entry.fields);
    case "enlistment": {
      const { problems, signatureValid: valid, token } = entry;
      return [
        ...wrong(problems.map(({ argument, message }) => `${argument}: ${message}`)),
        ...fields({ signature: valid === undefined ? undefined : valid ? "verifies" : "does not verify" }),
        ...fields(entry.arguments),
        ...(token === undefined ? [] : folded(`Token: ${token.verdict}`, token)),
      ];
    }
    case "opened":
      return [
        ...wrong(entry.error === undefined ? [] : [`Could not be opened: ${entry.error}`]),
        ...contentParts(entry.content),
        ...fields({
          padding: entry.padding && `${entry.padding.length} bytes${entry.padding.uniform ? "" : ", not uniform"}`,
        }),
        ...inspectionParts(entry.inspection),
      ];
    case "sealed":
      return [...contentParts(entry.content), ...inspectionParts(entry.inspection)];
    case "media": {
      const { path, status, broken, blob, plain, problems } = entry;
      return [
        ...wrong(broken === undefined ? problems : [`Broke off: ${broken}`, ...problems]),
        ...fields({ path, status, stored: blob && digestInShort(blob), opened: plain && digestInShort(plain) }),
      ];
    }
    case "driver":
      return value(entry.part === "request" ? entry.params : (entry.error ?? entry.result));
    case "event":
      return fields(entry.event);
    case "fault":
      return fields(entry.params);
    case "scenario":
    case "login":
    case "bad-frame":
    case "clock":
      return [];
  }
}

/**
 * @param {readonly string[]} sentences
 * @returns {readonly EntryPart[]}
 */
function wrong(sentences) {
  return sentences.length === 0 ? [] : [{ kind: "wrong", sentences }];
}

/**
 * @param {Readonly<Record<string, unknown>>} values - Those that are undefined are left out.
 * @returns {readonly EntryPart[]}
 */
function fields(values) {
  const present = Object.entries(values).filter(([, each]) => each !== undefined);
  return present.length === 0 ? [] : [{ kind: "fields", values: Object.fromEntries(present) }];
}

/**
 * @param {string} title
 * @param {Readonly<Record<string, unknown>>} values
 * @returns {readonly EntryPart[]}
 */
function folded(title, values) {
  return Object.keys(values).length === 0 ? [] : [{ kind: "fields", title, values }];
}

/**
 * @param {unknown} given
 * @returns {readonly EntryPart[]}
 */
function value(given) {
  const isEmpty =
    given === undefined || given === null || (typeof given === "object" && Object.keys(given).length === 0);
  return isEmpty ? [] : [{ kind: "value", value: given }];
}

/**
 * @param {TraceContent | undefined} content
 * @returns {readonly EntryPart[]}
 */
function contentParts(content) {
  if (content === undefined) return [];
  const { type, ...rest } = content;
  const { text, ...more } = rest;
  return type === "text" && typeof text === "string" ? [{ kind: "quote", text }, ...fields(more)] : fields(content);
}

/**
 * @param {Inspection | undefined} found
 * @returns {readonly EntryPart[]}
 */
function inspectionParts(found) {
  return found === undefined
    ? []
    : folded(`Signal message as seen without keys: ${found.kind}, counter ${found.counter}`, { ...found });
}

/** @param {{ readonly bytes: number, readonly sha256: string }} digest */
function digestInShort({ bytes, sha256 }) {
  return `${bytes} bytes, SHA-256 ${sha256}`;
}

/**
 * @param {Readonly<Record<string, unknown>>} values
 * @param {string} noun
 */
function counted(values, noun) {
  const count = Object.keys(values).length;
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
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
