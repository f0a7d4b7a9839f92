import { html, type Markup } from "./markup.js";

const maximumShown = 512;
const perLine = 32;

/** "05 3a …": a few bytes in one line. */
export function shortHex(bytes: Uint8Array, most = 8): string {
  const shown = [...bytes.subarray(0, most)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  return bytes.length > most ? `${shown} …` : shown;
}

/** Length and first bytes; the hex dump opens on demand and is cut off where nobody reads on. */
export function hexDump(bytes: Uint8Array): Markup {
  const hex = Buffer.from(bytes.subarray(0, maximumShown)).toString("hex");
  const lines = hex.match(new RegExp(`.{1,${perLine * 2}}`, "g")) ?? [];
  const left = bytes.length - maximumShown;
  const more = left > 0 ? `\n… ${left} more bytes` : "";
  const head = `${bytes.length} bytes: ${shortHex(bytes)}`;
  return html`<details class="hex"><summary>${head}</summary><code>${lines.join("\n") + more}</code></details>`;
}
