/**
 * Makes hostile text safe to show: control characters (terminal escapes among them), bidirectional overrides and lone
 * surrogates become visible `\u{…}` notation. Line feeds and tabs stay; a carriage return before a line feed is dropped.
 */
export function printable(text: string): string {
  if (!suspect.test(text)) return text;
  return text.replaceAll("\r\n", "\n").replace(unsafe, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
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
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;
// The same without the flag `u`, which takes four times as long: also finds surrogates that are not alone.
const suspect =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]/;

/** Breaks at spaces so that no line is longer than `width`; words longer than that stay whole. Keeps line feeds. */
export function wrap(text: string, width: number): readonly string[] {
  return text.split("\n").flatMap((line) => wrapLine(line, width));
}

/** Wrapped, the first line after `first`, the others after as many spaces. */
export function hang(first: string, text: string, width: number): string {
  const indent = " ".repeat(first.length);
  return wrap(text, Math.max(20, width - first.length))
    .map((line, index) => `${index === 0 ? first : indent}${line}`)
    .join("\n");
}

function wrapLine(line: string, width: number): readonly string[] {
  if (line.length <= width) return [line];
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  lines.push(current);
  return lines;
}

/** `word` quoted for a POSIX shell. Control characters become visible first, as in `printable`. */
export function shellWord(word: string): string {
  const shown = oneLine(word);
  return /^[\w@%+=:,./-]+$/.test(shown) ? shown : singleQuoted(shown);
}

/** As one word of a POSIX shell, whatever it holds. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
