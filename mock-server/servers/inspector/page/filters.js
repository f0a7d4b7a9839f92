import { byId, h, refill } from "./dom.js";

/** @import { Category } from "./stories.js" */
/** @import { Wanted } from "./filter.js" */

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

  /** @param {string} who - Asked for again, it no longer matters. */
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

/** More than this helps nobody to choose. */
const maximumSuggestions = 200;

/**
 * @param {string} id
 * @param {Iterable<string>} values
 */
export function suggestions(id, values) {
  const sorted = [...values].slice(-maximumSuggestions).sort();
  refill(byId(id, HTMLDataListElement), sorted, () => sorted.map((value) => h("option", { value })));
}
