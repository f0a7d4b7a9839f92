import { entryWords, listed } from "../../../../harness/model/words/entry.js";

/** @import { Story } from "./stories.js" */
/** @import { TraceEntry } from "../../../../harness/model/trace.js" */

/**
 * A story in one line.
 *
 * @param {Story} story
 * @returns {{ readonly who: string, readonly title: string, readonly opened: string, readonly says: string }} `who` is the
 *   account, user, connection or server that it is about; `opened` is decrypted content.
 */
export function lineOf(story) {
  const { entry, inner } = story;
  if (entry.kind === "http" || entry.kind === "enlistment") return httpLine(story);
  const { party, what, about, opened } = entryWords(entry);
  const found = new Set([opened, ...inner.map(innerWords)].filter((words) => words !== ""));
  return { who: party, title: what, opened: [...found].join(" "), says: `${attributesBeside(entry, what)}${about}` };
}

/**
 * The attributes of a stanza that its title does not have: a row has no room for the XML.
 *
 * @param {TraceEntry} entry
 * @param {string} title
 */
function attributesBeside(entry, title) {
  if (entry.kind !== "stanza") return "";
  const rest = Object.entries(entry.node.attrs).filter(([name]) => !title.includes(` ${name}="`));
  return rest.length === 0 ? "" : `${listed(Object.fromEntries(rest))}; `;
}

/** @param {Story["inner"][number]} entry */
function innerWords(entry) {
  const { what, opened } = entryWords(entry);
  return opened === "" ? what : opened;
}

/**
 * Both halves of an HTTP exchange in one line.
 *
 * @param {Story} story
 */
function httpLine({ entry, more }) {
  const all = [entry, ...more];
  const answer = all.find((each) => each.kind === "http" && each.part === "response");
  const status = answer === undefined ? "…" : answer.kind === "http" && (answer.status ?? "failed");
  const enlisted = all.find((each) => each.kind === "enlistment");
  const outcome = enlisted === undefined ? "" : outcomeOf(enlisted);
  if (entry.kind !== "http") return { who: "enlistment", title: "enlistment", opened: "", says: outcome };
  return { who: entry.server, title: `${entry.method} ${status}`, opened: "", says: `${entry.url} ${outcome}` };
}

/** @param {TraceEntry} entry */
function outcomeOf(entry) {
  const { what, party } = entryWords(entry);
  return `${what} ${party}`;
}

/**
 * @param {Story} story
 * @returns {boolean} Whether anything in it is not as it should be.
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
      // A server that does not answer has no status.
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

/**
 * An address without its server, which is the same for most.
 *
 * @param {string} address
 */
export function shortAddress(address) {
  return address.replace(/@(?:interop|s\.whatsapp\.net)$/, "");
}
