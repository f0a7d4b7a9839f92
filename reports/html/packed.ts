import { deflateSync, inflateSync } from "node:zlib";
import { html, type Markup } from "./markup.js";

/**
 * A part of the page that takes no room in it until someone opens it: compressed, as the content of a script of a type that no
 * browser runs. The page's own script puts it back when the `details` around it is opened.
 */
export function packed(part: Markup): Markup {
  const bytes = deflateSync(part.html, { level: 9 });
  return html`<script type="${type}">${bytes.toString("base64")}</script>`;
}

const type = "application/x-packed";
const holder = new RegExp(`<script type="${type}">([A-Za-z0-9+/=]*)</script>`, "g");

/** The page with every part in its place, for those who search it or compare it: compression differs between versions of zlib. */
export function unpacked(page: string): string {
  return page.replace(holder, (whole, base64: string) => {
    try {
      return inflateSync(Buffer.from(base64, "base64"), { maxOutputLength: maximumPart }).toString();
    } catch {
      return whole;
    }
  });
}

const maximumPart = 64 * 1024 * 1024;

/** Whole numbers in ascending order as ranges: "3-5 9". */
export function ranges(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const number of numbers) {
    const last = parts.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else parts.push([number, number]);
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(" ");
}
