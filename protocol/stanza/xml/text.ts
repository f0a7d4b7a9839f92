/**
 * Marks an element whose text is the standard padded base64 of bytes, as `b64="1"`. The textual form is this
 * project's own choice (profile `wire: "xml"`): the published documents show stanzas as XML but send them binary.
 */
export const base64Attribute = "b64";

/** Bound to prefix `stream` without being declared, as it would be on the root of an XMPP stream. */
export const streamNamespace = "http://etherx.jabber.org/streams";

const nameStart =
  "A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}" +
  "\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}";
const ncName = `[${nameStart}][${nameStart}.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}-]*`;

/** Names that need no namespace declaration: unprefixed, or in the stream's namespace. */
export const tagNamePattern = new RegExp(`^(?:stream:)?${ncName}$`, "u");
export const attributeNamePattern = new RegExp(`^(?:xml:)?${ncName}$`, "u");

/** Matches a character that XML 1.0 cannot carry, even escaped. */
// oxlint-disable-next-line no-control-regex -- these are the characters in question
export const unrepresentable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/u;

const textEscapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };
const attributeEscapes: Readonly<Record<string, string>> = {
  ...textEscapes,
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
};

/** A carriage return would come back as a line feed. */
export function escapeText(text: string): string {
  return /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, (character) => textEscapes[character] ?? character) : text;
}

/** White space other than the space would come back as a space. */
export function escapeAttribute(text: string): string {
  if (!/[&<>"\r\n\t]/.test(text)) return text;
  return text.replace(/[&<>"\r\n\t]/g, (character) => attributeEscapes[character] ?? character);
}
