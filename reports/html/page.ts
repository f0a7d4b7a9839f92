import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { html, join, type Markup } from "./markup.js";

export interface PageDeps {
  readonly title: string;
  /** Words and target of the link that skips the header, for keyboards and screen readers. */
  readonly skip: { readonly text: string; readonly to: string };
  readonly header: Markup;
  readonly main: Markup;
}

/**
 * One file that works from disk, without network and without script. Its content security policy allows nothing but the
 * style and the script below, by digest, so that not even a defect of ours could run text of a provider.
 */
export function htmlPage({ title, skip, header, main }: PageDeps): string {
  const style = asset("report.css");
  const script = asset("report.js");
  const policy = `default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${raw(style)}</style></head>
<body><a class="skip" href="#${skip.to}">${skip.text}</a>
${header}
<main>
${main}
</main>
<script>${raw(script)}</script>
</body></html>
`;
  return page.html;
}

/** Style and script of the page are files of ours, not text from a run. */
function asset(name: string): string {
  return readFileSync(new URL(`assets/${name}`, import.meta.url), "utf8");
}

function raw(text: string): Markup {
  return { html: text };
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

export interface FilterBar {
  /** What the bar filters, for a screen reader. */
  readonly label: string;
  /** Kinds that can be shown or not: the values of `data-verdict`. */
  readonly kinds: readonly { readonly kind: string; readonly words: string; readonly count: number }[];
  /** Lists to choose one value of: by the name of a data attribute, with the values that occur. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

/** Buttons and lists that filter a page. Hidden until the script that they need has run. */
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
