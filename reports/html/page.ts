import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { html, type Markup } from "./markup.js";

export interface PageDeps {
  readonly title: string;
  /** Words and target of the link for those who do not want to pass through everything. */
  readonly skip: { readonly text: string; readonly to: string };
  readonly header: Markup;
  readonly main: Markup;
}

/**
 * One file that works from disk, without network and without script. Its content security policy allows nothing but the
 * style and the script below, by digest, so that not even a fault of ours could run a provider's text.
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
