import { printable } from "../text/printable.js";

/** Finished HTML; only `html` and `join` make it, so nothing unescaped gets in. */
export interface Markup {
  readonly html: string;
}

type Part = Markup | string | number | readonly Markup[];

/** Template for HTML: strings and numbers that are put in are escaped, in text as in quoted attributes. */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = fixed[0] ?? "";
  for (const [index, part] of parts.entries()) text += show(part) + (fixed[index + 1] ?? "");
  return { html: text };
}

export const nothing: Markup = { html: "" };

export function join(parts: readonly Markup[]): Markup {
  let text = "";
  for (const part of parts) text += part.html;
  return { html: text };
}

function escapeHtml(text: string): string {
  const shown = printable(text);
  return special.test(shown) ? shown.replace(everySpecial, (character) => entities[character] ?? "") : shown;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const special = /[&<>"']/;
const everySpecial = /[&<>"']/g;

function show(part: Part): string {
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : join(part).html;
}
