import { createHash } from "node:crypto";

/** A compact token (JWT or JWS) in a text. */
interface Token {
  readonly from: number;
  readonly to: number;
  /** Without it, a reader cannot use the token. */
  readonly signature: string;
}

/** Replaces a token in reports. Equal tokens have equal marks. */
function tokenMark(token: string): string {
  return `<token sha256:${createHash("sha256").update(token).digest("hex")}>`;
}

/** Replaces every compact token in `text` by its mark. Signatures go to `taken`. */
export function redactTokens(text: string, taken?: Set<string>): string {
  let safe = "";
  let at = 0;
  for (const { from, to, signature } of tokensIn(text)) {
    safe += text.slice(at, from) + tokenMark(text.slice(from, to));
    taken?.add(signature);
    at = to;
  }
  return at === 0 ? text : safe + text.slice(at);
}

/**
 * A token is a base64url JSON object with `alg`, a dot, any payload, a dot, any signature. The search goes from dot to dot,
 * because most texts have none, and looks at each character a fixed number of times.
 */
function* tokensIn(text: string): Generator<Token> {
  let end = 0;
  for (let dot = text.indexOf("."); dot !== -1; dot = text.indexOf(".", dot < end ? end : dot + 1)) {
    const second = endOfPart(text, dot + 1);
    if (text[second] !== ".") continue;
    const from = headerBefore(text, dot, end);
    if (from === -1) continue;
    end = endOfPart(text, second + 1);
    yield { from, to: end, signature: text.slice(second + 1, end) };
  }
}

/** `{"alg":1}` in base64url. */
const minimumHeader = 12;
/** Longer text before a dot is no header of a token. */
const maximumHeader = 8192;
/** Other text may touch the front of a token; more beginnings than this are not tried. */
const maximumStarts = 16;

/** Where the token header that ends at `dot` begins; -1 when there is none after `least`. */
function headerBefore(text: string, dot: number, least: number): number {
  let start = dot;
  while (start > least && dot - start < maximumHeader && isPartOfToken(text.charCodeAt(start - 1))) start--;
  if (dot - start < minimumHeader) return -1;
  const part = text.slice(start, dot);
  // `{` begins `e` in base64; what follows a brace (quote, space, line feed) makes the second letter y or w.
  let tried = 0;
  for (const { index } of part.matchAll(/e[yw]/g)) {
    if (isHeader(part.slice(index))) return start + index;
    if (++tried === maximumStarts) break;
  }
  return -1;
}

function isHeader(text: string): boolean {
  const json = Buffer.from(text, "base64url").toString("utf8");
  // Parsing text that is no JSON costs an exception; hostile text could ask for a great many.
  if (!json.includes('"alg"')) return false;
  try {
    const header: unknown = JSON.parse(json);
    return typeof header === "object" && header !== null && "alg" in header;
  } catch {
    return false;
  }
}

function endOfPart(text: string, from: number): number {
  let at = from;
  while (at < text.length && isPartOfToken(text.charCodeAt(at))) at++;
  return at;
}

/** The alphabet of base64url. */
function isPartOfToken(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2d ||
    code === 0x5f
  );
}
