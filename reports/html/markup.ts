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

/** Id of a part of the page that links point at. Check and scenario ids hold letters, digits, hyphens and slashes. */
export function checkAnchor(check: string): string {
  return `check-${plain(check)}`;
}

export function scenarioAnchor(scenario: string): string {
  return `scenario-${plain(scenario)}`;
}

export function frameAnchor(seq: number): string {
  return `frame-${seq}`;
}

/** The frames that a finding cites: "frame 12" gives 12. */
export function citedFrames(at: string): readonly number[] {
  return [...at.matchAll(/\bframe (\d+)/g)].map((match) => Number(match[1]));
}

function plain(id: string): string {
  return id.replace(/[^a-z0-9-]+/gi, "-");
}
