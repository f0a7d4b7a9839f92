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
  return { html: parts.map((part) => part.html).join("") };
}

export function escapeHtml(text: string): string {
  return printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function show(part: Part): string {
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : join(part).html;
}
