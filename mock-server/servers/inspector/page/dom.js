/** @typedef {Node | string | number | null | undefined | readonly Child[]} Child */

/**
 * An element with attributes and children. Texts become text nodes and nothing else; there is no way to give it markup.
 * `on…` members are listeners, `true` is an attribute without a value, `false` and `undefined` are none.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

/**
 * @param {Node} parent
 * @param {Child} child
 */
function append(parent, child) {
  if (child instanceof Node) parent.appendChild(child);
  else if (typeof child === "string" || typeof child === "number")
    parent.appendChild(document.createTextNode(`${child}`));
  else for (const each of child ?? []) append(parent, each);
}

/**
 * Puts these in place of what was there.
 *
 * @param {Element} element
 * @param {...Child} children
 */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

/** @type {WeakMap<Element, string>} */
const shownData = new WeakMap();

/**
 * Shows data, and changes nothing while it is the same: a button must stay in place for a reader who is about to press it.
 *
 * @template Data
 * @param {Element} element
 * @param {Data} data - Becomes JSON for the comparison.
 * @param {(data: Data) => Child} view
 */
export function refill(element, data, view) {
  const now = JSON.stringify(data);
  if (shownData.get(element) === now) return;
  shownData.set(element, now);
  const held = element.contains(document.activeElement) ? nameOf(document.activeElement) : undefined;
  fill(element, view(data));
  if (held === undefined) return;
  const again = [...element.querySelectorAll("button")].find((button) => nameOf(button) === held);
  again?.focus();
}

/** @param {Element | null} element */
function nameOf(element) {
  return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
}

/**
 * An element of the page's own HTML.
 *
 * @template {Element} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`Look up #${id}: found no ${kind.name}, wanted one`);
}
