/** Finished XML text. The separate type makes sure that plain strings are always escaped. */
export interface Xml {
  readonly text: string;
}

/** An element on separate lines. Strings among `content` become escaped text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: readonly (Xml | string)[] = [],
): Xml {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  if (content.length === 0) return { text: `<${name}${head.join("")}/>` };
  const isText = content.every((part) => typeof part === "string");
  const inner = content.map((part) => (typeof part === "string" ? escapeText(part) : part.text));
  const body = isText ? inner.join("") : `\n${inner.join("\n")}\n`;
  return { text: `<${name}${head.join("")}>${body}</${name}>` };
}

export function escapeText(text: string): string {
  return legal(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Line feeds and tabs are written as references: a parser would turn them into spaces. */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', "&quot;")
    .replaceAll("\t", "&#9;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\r", "&#13;");
}

/** XML 1.0 section 2.2 has no way to write these characters at all; they become U+FFFD. */
function legal(text: string): string {
  return text.replace(/[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}
