import { entryWords, headline } from "../../../../harness/model/words/entry.js";
import { entryParts } from "../../../../harness/model/words/parts.js";
import { fill, h } from "./dom.js";
import { lineOf } from "./words.js";
import { xmlView } from "./xml.js";

/** @import { TraceEntry } from "../../../../harness/model/trace.js" */
/** @import { EntryPart } from "../../../../harness/model/words/parts.js" */
/** @import { Child } from "./dom.js" */
/** @import { Story } from "./stories.js" */

const maximumText = 100_000;

/**
 * @typedef {object} Savers
 * @property {(story: Story) => void} trace
 * @property {(story: Story) => void} bytes
 * @property {(story: Story) => void} vector
 * @property {(story: Story) => void} copy
 */

/**
 * Shows a whole story.
 *
 * @param {HTMLElement} element
 * @param {Story | undefined} story
 * @param {Savers} savers
 */
export function showDetail(element, story, savers) {
  if (story === undefined) return fill(element, h("p", { class: "soft" }, "Choose an entry to see all of it."));
  const { entry, more, inner } = story;
  const { who, title } = lineOf(story);
  const button = (/** @type {string} */ words, /** @type {(story: Story) => void} */ save) =>
    h("button", { type: "button", onclick: () => save(story) }, words);
  const stanzaOnly = [
    button("Save bytes", savers.bytes),
    button("Save vector", savers.vector),
    button("Copy XML", savers.copy),
  ];
  const by = entry.by === "provider" ? "the provider" : "the simulated side";
  fill(
    element,
    h("h2", {}, title, " ", h("small", {}, who)),
    h("p", { class: "actions" }, button("Save trace", savers.trace), entry.kind === "stanza" ? stanzaOnly : []),
    h("p", { class: "soft" }, `Entry ${entry.seq}, ${(entry.at / 1000).toFixed(3)} s, by ${by}`),
    // The title already says what a lone entry is.
    more.length > 0 ? section(entry) : [h("p", { class: "soft" }, entryWords(entry).about), partsView(entry)],
    [...more, ...inner].map(section),
  );
  element.scrollTop = 0;
}

/** @param {TraceEntry} entry */
function section(entry) {
  return h("section", { class: "inner" }, h("h3", {}, headline(entryWords(entry))), partsView(entry));
}

/** @param {TraceEntry} entry */
function partsView(entry) {
  return entryParts(entry).map((part) => partView(part, entry));
}

/**
 * @param {EntryPart} part
 * @param {TraceEntry} entry
 * @returns {Child}
 */
function partView(part, entry) {
  switch (part.kind) {
    case "wrong":
      return h(
        "ul",
        { class: "wrong" },
        part.sentences.map((sentence) => h("li", {}, sentence)),
      );
    case "stanza":
      return entry.kind === "stanza" ? xmlView(entry.node) : null;
    case "quote":
      return h("blockquote", {}, part.text);
    case "body":
      return bodyView(part.text, part.type, part.isBase64);
    case "value":
      return pretty(part.value);
    case "fields":
      return part.title === undefined
        ? fields(part.values)
        : h("details", {}, h("summary", {}, part.title), fields(part.values));
  }
}

/**
 * @param {string} body
 * @param {string} type
 * @param {boolean} isBase64
 */
function bodyView(body, type, isBase64) {
  if (isBase64) {
    const size = Math.floor((body.length * 3) / 4);
    return h("details", {}, h("summary", {}, `Body, ${size} bytes in base64`), preformatted(body));
  }
  if (type.startsWith("application/x-www-form-urlencoded")) {
    return fields(Object.fromEntries(new URLSearchParams(body)));
  }
  try {
    return pretty(JSON.parse(body));
  } catch {
    return preformatted(body);
  }
}

/** @param {unknown} value */
function pretty(value) {
  return preformatted(JSON.stringify(value, undefined, 2) ?? "");
}

/** @param {string} text */
function preformatted(text) {
  const cut = text.length > maximumText ? `${text.slice(0, maximumText)}\n… ${text.length - maximumText} more` : text;
  return h("pre", {}, cut);
}

/**
 * @param {Readonly<Record<string, unknown>>} values
 * @returns {Child}
 */
function fields(values) {
  return h(
    "dl",
    {},
    Object.entries(values).map(([name, value]) => [
      h("dt", {}, name),
      h("dd", {}, typeof value === "string" ? value : JSON.stringify(value, undefined, 1)),
    ]),
  );
}
