import { html, join, type Markup } from "./markup.js";

export interface FilterBar {
  /** What the bar chooses among, for a screen reader. */
  readonly label: string;
  /** Kinds that can be shown or not: the values of `data-verdict`. */
  readonly kinds: readonly { readonly kind: string; readonly words: string; readonly count: number }[];
  /** Lists to choose one value of: by the name of a data attribute, with the values that occur. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

/** Hidden until the script that it needs has run. */
export function filterBar({ label, kinds, choices }: FilterBar): Markup {
  const buttons = kinds.map(
    ({ kind, words, count }) =>
      html`<button type="button" data-show="${kind}" aria-pressed="true">${words} ${count}</button>`,
  );
  const lists = Object.entries(choices).map(([name, values]) => choice(name, values));
  return html`<div class="filters" role="group" aria-label="${label}" hidden>${join(buttons)}${join(lists)}<input type="search" placeholder="Filter by text" aria-label="Filter by text"></div>`;
}

function choice(name: string, values: readonly string[]): Markup {
  const options = [...new Set(values)].map((value) => html`<option>${value}</option>`);
  return html`<select data-by="${name}" aria-label="Filter by ${name}"><option value="">All ${name}s</option>${join(options)}</select>`;
}
