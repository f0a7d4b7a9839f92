/**
 * Makes hostile text safe to show: control characters (terminal escapes among them), bidirectional overrides and lone
 * surrogates become visible `\u{…}` notation. Line feeds and tabs stay; a carriage return before a line feed is dropped.
 */
export function printable(text: string): string {
  if (!unsafe.test(text)) return text;
  return text
    .replaceAll("\r\n", "\n")
    .replace(everyUnsafe, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** `printable` on a single line. */
export function oneLine(text: string): string {
  const lines = printable(text).replaceAll("\t", " ").split("\n");
  if (lines.length === 1) return lines.join("");
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}

/** At most `length` characters, the last of them an ellipsis where something was cut. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(0, length - 1))}…`;
}

// C0 and C1 controls but for \t and \n, DEL, line and paragraph separators, bidirectional marks, embeddings and isolates,
// zero-width characters, byte order mark, lone surrogates.
const unsafe =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/u;
const everyUnsafe = new RegExp(unsafe, "gu");
