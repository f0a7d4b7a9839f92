/** @import { Inspection, TraceContent, TraceEntry } from "../trace.js" */

/**
 * The content of a trace entry, in the order in which to show it. Parts with a title can be folded, and short views leave
 * them out. Plain JavaScript without imports, as `entry.js`.
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
        ...fields({ encoding: entry.notes.map(noteInWords).join("; ") || undefined }),
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
    case "handshake": {
      const { diagnosis, mistake, ...values } = entry.fields;
      return [...wrong(sentencesOf(diagnosis)), ...fields(values), ...fields({ "known mistake": mistake })];
    }
    case "login":
      return wrong(entry.problem === undefined ? [] : [entry.problem.message]);
    case "bad-frame": {
      const { diagnosis, hex, offset } = entry;
      /** @type {readonly EntryPart[]} */
      const bytes =
        hex === undefined ? [] : [{ kind: "body", text: dump(hex, offset), type: "text/plain", isBase64: false }];
      return [...wrong(sentencesOf(diagnosis)), ...bytes];
    }
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
        ...wrong(
          entry.error === undefined ? [] : [...sentencesOf(entry.diagnosis), `Could not be opened: ${entry.error}`],
        ),
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
        ...wrong([
          ...sentencesOf(entry.diagnosis),
          ...(broken === undefined ? [] : [`Broke off: ${broken}`]),
          ...problems,
        ]),
        ...fields({ path, status, stored: blob && digestInShort(blob), opened: plain && digestInShort(plain) }),
      ];
    }
    case "driver":
      return value(entry.part === "request" ? entry.params : (entry.error ?? entry.result));
    case "event":
      return fields(entry.event);
    case "fault":
      return fields(entry.params);
    case "picture":
      return fields({ "asked about": entry.about });
    case "scenario":
    case "clock":
      return [];
  }
}

/**
 * @param {unknown} diagnosis
 * @returns {readonly string[]}
 */
function sentencesOf(diagnosis) {
  const isOne = typeof diagnosis === "object" && diagnosis !== null && "sentence" in diagnosis;
  return isOne ? [`${String(diagnosis.sentence)}.`] : [];
}

/** What an encoding note means; none is an error by itself. @type {Readonly<Record<string, string>>} */
const notes = {
  "interop-jid-long": "an interop address with its server name behind it",
  "interop-jid-short": "an interop address without its server name",
  "interop-jid-as-pair": "an interop address written as user and server, so that readers lose the integrator",
  "server-as-jid": "the server's address as an address without a user, which clients understand",
  "server-as-text": "the server's address as a plain word, which clients do not recognise",
  "jid-as-text": "an address spelt out as text, although there is a form for addresses",
  "device-zero": "an address that names device 0, which may be left out",
  "unknown-domain-type": "a device address with an unknown domain type",
  "fb-jid-server": "a Messenger address on another server than msgr",
  "word-as-text": "a word of the dictionary spelt out",
  "packed-not-canonical": "packed text with a wrong filler, or packed as hexadecimal where digits would do",
  "packed-too-long": "more than 127 characters in packed text",
  "length-not-shortest": "a length with more bytes than needed",
  "empty-list": "an empty list as content",
  "empty-text-as-list": "an empty list in place of an empty text",
};

/** @param {string} note */
function noteInWords(note) {
  const words = Object.hasOwn(notes, note) ? notes[note] : undefined;
  return words === undefined ? note : `${note} (${words})`;
}

const bytesOfLine = 16;

/**
 * @param {string} hex
 * @param {number | undefined} offset - The byte that is marked, with the line that holds it.
 * @returns {string} For example `> 0000  00 f8 08 [fc] 12`.
 */
function dump(hex, offset) {
  const bytes = hex.match(/../g) ?? [];
  const lines = [];
  for (let at = 0; at < bytes.length; at += bytesOfLine) {
    const isMarked = offset !== undefined && offset >= at && offset < at + bytesOfLine;
    const shown = bytes.slice(at, at + bytesOfLine).map((byte, index) => (at + index === offset ? `[${byte}]` : byte));
    lines.push(`${isMarked ? ">" : " "} ${at.toString(16).padStart(4, "0")}  ${shown.join(" ")}`);
  }
  if (offset !== undefined && offset >= bytes.length)
    lines.push(`> ${offset.toString(16).padStart(4, "0")}  (reading stopped here)`);
  return lines.join("\n");
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
