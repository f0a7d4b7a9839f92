import { fill, h } from "./dom.js";
import { directionOf } from "./filters.js";
import { hasTrouble, lineOf, shortAddress } from "./words.js";

/** @import { Story } from "./stories.js" */

/** Rows in the page; "Show older entries" adds as many. */
const rowsAtOnce = 400;
/** This close to the end, the list follows it. */
const nearEndPx = 60;
const maximumTitle = 80;
const maximumSays = 300;
const arrows = { in: "→", out: "←" };
const arrowWords = { in: "from the provider", out: "to the provider" };

/** The list of stories. It has a bounded number of rows, and follows the end while the reader is there. */
export class List {
  #element;
  #source;
  #rows = /** @type {Map<Story, HTMLElement>} */ (new Map());
  #older;
  #window = rowsAtOnce;
  /** How many there are to be shown, rows or not. */
  #total = 0;
  /** @type {Story | undefined} */
  #chosen;

  /**
   * @param {HTMLElement} element
   * @param {{ readonly all: () => readonly Story[], readonly chosen: (story: Story) => void }} source - All that are to be
   *   shown, oldest first, and who wants to know which one was chosen.
   */
  constructor(element, source) {
    this.#element = element;
    this.#source = source;
    this.#older = h(
      "button",
      { class: "older", type: "button", onclick: () => this.#showOlder() },
      "Show older entries",
    );
    element.before(this.#older);
    element.addEventListener("keydown", (event) => this.#onKey(event));
    element.addEventListener("click", ({ target }) => {
      const row = target instanceof Element ? target.closest(".row") : null;
      for (const [story, each] of this.#rows) if (each === row) this.choose(story);
    });
  }

  get chosen() {
    return this.#chosen;
  }

  /** Shows the newest of all instead of what was there. */
  show() {
    this.#window = rowsAtOnce;
    this.#draw();
    this.#toEnd();
  }

  /** @param {readonly Story[]} stories - New ones, newer than all others. */
  append(stories) {
    if (stories.length === 0) return;
    const atEnd = this.#isAtEnd();
    this.#total += stories.length;
    for (const story of stories.slice(-this.#window)) this.#element.append(this.#rowOf(story));
    if (atEnd) this.#window = rowsAtOnce;
    // A reader further up keeps the rows, up to a limit.
    this.#trim(atEnd ? this.#window : this.#window + 3 * rowsAtOnce);
    if (atEnd) this.#toEnd();
  }

  /** @param {Story} story - One that has changed. */
  update(story) {
    const row = this.#rows.get(story);
    if (row !== undefined) row.replaceWith(this.#rowOf(story));
  }

  /** @param {Story} story */
  choose(story) {
    const before = this.#chosen;
    this.#chosen = story;
    for (const each of [before, story]) if (each !== undefined) this.update(each);
    const row = this.#rows.get(story);
    this.#element.setAttribute("aria-activedescendant", row?.id ?? "");
    row?.scrollIntoView({ block: "nearest" });
    this.#source.chosen(story);
  }

  #draw() {
    const all = this.#source.all();
    this.#total = all.length;
    this.#rows.clear();
    fill(
      this.#element,
      all.slice(-this.#window).map((story) => this.#rowOf(story)),
    );
    this.#sayOlder();
  }

  #showOlder() {
    const { scrollHeight } = this.#element;
    this.#window = this.#rows.size + rowsAtOnce;
    this.#draw();
    this.#element.scrollTop = this.#element.scrollHeight - scrollHeight;
  }

  /** @param {number} most */
  #trim(most) {
    let left = this.#rows.size - most;
    for (const [story, row] of this.#rows) {
      if (left-- <= 0) break;
      row.remove();
      this.#rows.delete(story);
    }
    this.#sayOlder();
  }

  #sayOlder() {
    this.#older.hidden = this.#total <= this.#rows.size;
  }

  /** @param {Story} story */
  #rowOf(story) {
    const { entry, category } = story;
    const { who, title, opened, says } = lineOf(story);
    const direction = directionOf(entry);
    const chosen = story === this.#chosen;
    const classes = ["row", category, entry.kind, direction ?? "", hasTrouble(story) ? "trouble" : ""];
    const row = h(
      "div",
      { class: classes.join(" "), id: `row-${entry.seq}`, role: "option", "aria-selected": String(chosen) },
      h("span", { class: "seq" }, entry.seq),
      h("span", { class: "at" }, (entry.at / 1000).toFixed(3)),
      h(
        "span",
        { class: "arrow", title: direction && arrowWords[direction] },
        direction === undefined ? "·" : arrows[direction],
      ),
      h("span", { class: "who", title: who }, shortAddress(who)),
      h("span", { class: "title", title }, title.slice(0, maximumTitle)),
      h("span", { class: "says" }, opened && h("b", {}, opened.slice(0, maximumSays)), says.slice(0, maximumSays)),
    );
    this.#rows.set(story, row);
    return row;
  }

  #isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.#element;
    return scrollHeight - scrollTop - clientHeight < nearEndPx;
  }

  #toEnd() {
    this.#element.scrollTop = this.#element.scrollHeight;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const shown = [...this.#rows.keys()];
    const at = this.#chosen === undefined ? shown.length : shown.indexOf(this.#chosen);
    const page = 10;
    /** @type {Readonly<Record<string, number>>} */
    const targets = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      PageUp: at - page,
      PageDown: at + page,
      Home: 0,
      End: shown.length,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    const story = shown[Math.max(0, Math.min(shown.length - 1, target))];
    event.preventDefault();
    if (story !== undefined) this.choose(story);
  }
}
