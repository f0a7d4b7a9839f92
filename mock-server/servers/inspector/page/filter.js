import { hasTrouble } from "./words.js";

/** @import { Category, Story } from "./stories.js" */
/** @import { TraceEntry, TraceNode } from "../../../../harness/model/trace.js" */

/**
 * @typedef {object} Wanted
 * @property {ReadonlySet<Category>} categories
 * @property {string} direction - `in`, `out`, or both when empty.
 * @property {string} who - Part of a user, account or connection.
 * @property {string} tag - Of a stanza or of anything in it.
 * @property {string} text - Part of anything.
 * @property {boolean} trouble - Nothing but what went wrong.
 */

/**
 * @param {Story} story
 * @param {Wanted} wanted
 * @returns {boolean}
 */
export function fits(story, { categories, direction, who, tag, text, trouble }) {
  const { entry } = story;
  return (
    categories.has(story.category) &&
    (direction === "" || directionOf(entry) === direction) &&
    (tag === "" || (entry.kind === "stanza" && hasTag(entry.node, tag))) &&
    (who === "" || partiesOf(story).some((party) => party.includes(who))) &&
    (!trouble || hasTrouble(story)) &&
    (text === "" || wordsOf(story).includes(text.toLowerCase()))
  );
}

/**
 * @param {TraceEntry} entry
 * @returns {"in" | "out" | undefined} From the provider, or to it.
 */
export function directionOf(entry) {
  switch (entry.kind) {
    case "stanza":
      return entry.direction;
    case "http":
    case "enlistment":
    case "connection":
    case "handshake":
    case "bad-frame":
      return entry.by === "provider" ? "in" : "out";
    case "login":
    case "sealed":
      return "out";
    case "opened":
    case "media":
      return "in";
    default:
      return undefined;
  }
}

/**
 * Everyone whom a story is about.
 *
 * @param {Story} story
 * @returns {readonly string[]}
 */
export function partiesOf({ entry, more, inner }) {
  const found = [];
  for (const each of [entry, ...more, ...inner]) {
    for (const name of ["account", "connection", "user", "from", "to", "server"]) {
      const value = /** @type {Readonly<Record<string, unknown>>} */ (/** @type {unknown} */ (each))[name];
      if (typeof value === "string") found.push(value);
    }
    if (each.kind === "enlistment" && "login" in each.outcome) found.push(each.outcome.login);
  }
  if (entry.kind === "stanza") {
    for (const name of ["from", "to", "participant"]) found.push(entry.node.attrs[name] ?? "");
  }
  return found;
}

/**
 * @param {TraceNode} node
 * @param {string} tag
 * @returns {boolean}
 */
function hasTag(node, tag) {
  return node.tag === tag || (node.children?.some((child) => hasTag(child, tag)) ?? false);
}

/** @param {Story} story */
function wordsOf(story) {
  story.words ??= JSON.stringify([story.entry, story.more, story.inner]).toLowerCase();
  return story.words;
}
