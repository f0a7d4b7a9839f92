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
