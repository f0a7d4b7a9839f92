import { h } from "./dom.js";

/** @import { Child } from "./dom.js" */

const maximumText = 100_000;

/**
 * A value as indented JSON; strings that hold JSON are left as they are.
 *
 * @param {unknown} value
 */
export function pretty(value) {
  return preformatted(JSON.stringify(value, undefined, 2) ?? "");
}

/** @param {string} text */
export function preformatted(text) {
  const cut = text.length > maximumText ? `${text.slice(0, maximumText)}\n… ${text.length - maximumText} more` : text;
  return h("pre", {}, cut);
}

/**
 * @param {readonly string[]} sentences
 * @returns {Child}
 */
export function wrong(sentences) {
  return sentences.length === 0
    ? null
    : h(
        "ul",
        { class: "wrong" },
        sentences.map((sentence) => h("li", {}, sentence)),
      );
}

/**
 * @param {Readonly<Record<string, string | undefined>>} values
 * @returns {Child}
 */
export function facts(values) {
  const pairs = Object.entries(values).filter(([, value]) => value !== undefined);
  return h(
    "dl",
    {},
    pairs.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]),
  );
}
