import { byId, h, refill } from "./dom.js";
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

/** @type {readonly { readonly category: Category, readonly name: string, readonly shown: boolean }[]} */
const categories = [
  { category: "stanza", name: "Stanzas", shown: true },
  { category: "http", name: "HTTP", shown: true },
  { category: "connection", name: "Connections", shown: true },
  { category: "message", name: "Sealing", shown: false },
  { category: "control", name: "Faults & time", shown: true },
];

/** The row of filters. */
export class Filters {
  #kinds;
  #direction = byId("direction", HTMLSelectElement);
  #who = byId("who", HTMLInputElement);
  #tag = byId("tag", HTMLInputElement);
  #text = byId("text", HTMLInputElement);
  #trouble = byId("trouble", HTMLInputElement);
  #changed;

  /** @param {() => void} changed */
  constructor(changed) {
    this.#changed = changed;
    const form = byId("filters", HTMLFormElement);
    const boxes = categories.map(({ category, name, shown }) => {
      const box = h("input", { type: "checkbox", value: category, checked: shown });
      return { box, label: h("label", { class: "toggle" }, box, " ", name) };
    });
    this.#kinds = boxes.map(({ box }) => box);
    byId("kinds", HTMLFieldSetElement).append(...boxes.map(({ label }) => label));
    form.addEventListener("input", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** @returns {Wanted} */
  get wanted() {
    const checked = this.#kinds.filter((box) => box.checked);
    return {
      categories: new Set(checked.map(({ value }) => /** @type {Category} */ (value))),
      direction: this.#direction.value,
      who: this.#who.value.trim(),
      tag: this.#tag.value.trim(),
      text: this.#text.value.trim(),
      trouble: this.#trouble.checked,
    };
  }

  /** @param {string} who - A second call removes the filter. */
  only(who) {
    this.#who.value = this.#who.value === who ? "" : who;
    this.#changed();
  }

  /**
   * @param {Iterable<string>} parties
   * @param {Iterable<string>} tags
   */
  suggest(parties, tags) {
    suggestions("parties", parties);
    suggestions("tags", tags);
  }
}

/** A longer list does not help to choose. */
const maximumSuggestions = 200;

/**
 * @param {string} id
 * @param {Iterable<string>} values
 */
export function suggestions(id, values) {
  const sorted = [...values].slice(-maximumSuggestions).sort();
  refill(byId(id, HTMLDataListElement), sorted, () => sorted.map((value) => h("option", { value })));
}
