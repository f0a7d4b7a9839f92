/** @import { Story } from "./stories.js" */
/** @import { MediaEntry, StanzaEntry, TraceContent, TraceEntry } from "../../../../harness/model/trace.js" */

/**
 * @typedef {object} Line
 * @property {string} who - The account, the users or the connection.
 * @property {string} title - What it is.
 * @property {string} [told] - What a peer said to another.
 * @property {string} says - What more can be said in a line.
 */

/**
 * A story in one line.
 *
 * @param {Story} story
 * @returns {Line}
 */
export function lineOf(story) {
  const { entry, inner } = story;
  switch (entry.kind) {
    case "stanza":
      return {
        who: entry.account,
        title: entry.node.tag,
        told: [...new Set(inner.map(innerWords))].join(" "),
        says: attributesOf(entry),
      };
    case "bad-frame":
      return { who: entry.account ?? entry.connection, title: "bad frame", says: `${entry.message} [${entry.code}]` };
    case "http":
    case "enlistment":
      return httpLine(story);
    case "connection":
      return { who: entry.connection, title: entry.event, says: [entry.transport, entry.reason ?? ""].join(" ") };
    case "handshake":
      return {
        who: entry.connection,
        title: "handshake",
        says: [entry.message, textOf(entry.fields["message"] ?? "")].join(" "),
      };
    case "login":
      return {
        who: entry.account,
        title: "login",
        says: `${entry.outcome} ${entry.reason ?? ""} on ${entry.connection}`,
      };
    case "sealed":
      return { who: entry.user, title: "sealed", told: contentWords(entry.content), says: `for ${entry.to}` };
    case "opened":
      return { who: entry.user, title: "opened", told: innerWords(entry), says: `from ${entry.from}` };
    case "media":
      return { who: entry.user, title: "file", told: innerWords(entry), says: `from ${entry.from} ${entry.path}` };
    case "fault":
      return {
        who: entry.connection ?? "",
        title: `fault ${entry.event}`,
        says: `${entry.fault} ${listed(entry.params)}`,
      };
    case "clock":
      return { who: "", title: "time", says: `${duration(entry.advancedMs)} ahead` };
    default:
      return { who: "", title: entry.kind, says: "" };
  }
}

/** @param {Story} story */
function httpLine({ entry, more }) {
  const all = [entry, ...more];
  const answer = all.find((each) => each.kind === "http" && each.part === "response");
  const status = answer === undefined ? "…" : answer.kind === "http" && (answer.status ?? "failed");
  const outcome = all.flatMap((each) => (each.kind === "enlistment" ? [each.outcome] : []))[0];
  const said = outcome === undefined ? "" : "login" in outcome ? outcome.login : outcome.reason;
  if (entry.kind !== "http") return { who: "enlistment", title: "enlistment", says: said };
  return { who: entry.server, title: `${entry.method} ${status}`, says: `${entry.url} ${said}` };
}

/**
 * @param {Story} story
 * @returns {boolean} Whether something in it is not as it should be.
 */
export function hasTrouble({ entry, more, inner }) {
  return [entry, ...more, ...inner].some(isTrouble);
}

/** @param {TraceEntry} entry */
function isTrouble(entry) {
  switch (entry.kind) {
    case "stanza":
      return entry.violations.length > 0;
    case "media":
      return entry.broken !== undefined || entry.problems.length > 0;
    case "http":
      // One who does not answer at all has no status.
      return entry.broken !== undefined || (entry.part === "response" && (entry.status ?? 500) >= 400);
    case "opened":
      return entry.error !== undefined;
    case "login":
      return entry.outcome === "refused";
    case "enlistment":
      return "reason" in entry.outcome;
    case "handshake":
      return entry.message === "failed";
    case "bad-frame":
      return true;
    default:
      return false;
  }
}

/** They say most about a stanza. */
const firstAttributes = ["type", "xmlns", "class", "error"];

/** @param {StanzaEntry} entry */
function attributesOf({ node: { attrs, children = [] } }) {
  const weight = (/** @type {string} */ name) => (firstAttributes.includes(name) ? 0 : name === "id" ? 2 : 1);
  const names = Object.keys(attrs).sort((a, b) => weight(a) - weight(b));
  const kinds = [...new Set(children.map(({ tag }) => tag))].slice(0, 4).map((tag) => `<${tag}>`);
  return [...kinds, ...names.map((name) => `${name}=${attrs[name]}`)].join(" ");
}

/**
 * An address without its server, which is the same for most.
 *
 * @param {string} address
 */
export function shortAddress(address) {
  return address.replace(/@(?:interop|s\.whatsapp\.net)$/, "");
}

/** @param {Story["inner"][number]} entry */
function innerWords(entry) {
  if (entry.kind === "media") return fileWords(entry);
  if (entry.kind === "opened" && entry.error !== undefined) return `could not be opened: ${entry.error}`;
  return entry.content === undefined ? "" : contentWords(entry.content);
}

/** @param {MediaEntry} entry */
function fileWords({ plain, problems, broken, status }) {
  if (broken !== undefined) return `file broke off: ${broken}`;
  if (problems.length > 0) return `file unsound: ${problems.join(", ")}`;
  return plain === undefined ? `file not there: ${status ?? "no answer"}` : `file of ${plain.bytes} bytes`;
}

/**
 * @param {TraceContent} content
 * @returns {string}
 */
export function contentWords(content) {
  const { type } = content;
  const text = content["text"] ?? content["caption"] ?? content["emoji"];
  return type === "text" ? `“${textOf(text)}”` : `${type}${text === undefined ? "" : ` “${textOf(text)}”`}`;
}

/** @param {Readonly<Record<string, unknown>>} values */
export function listed(values) {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${textOf(value)}`)
    .join(" ");
}

/**
 * @param {unknown} value
 * @returns {string}
 */
export function textOf(value) {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
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
