import { createHash } from "node:crypto";

/** What stands in for a token: equal tokens stay recognisable as equal. */
export function tokenMark(token: string): string {
  return `<token sha256:${createHash("sha256").update(token).digest("hex")}>`;
}

/** Replaces every compact JWT or JWS in `text` by its mark. Linear in the length of `text`. */
export function redactTokens(text: string): string {
  return text.replace(tokenRun, redactRun);
}

/** The signatures of the compact tokens in `text`: what a reader would need to use them. */
export function tokenSignatures(text: string): readonly string[] {
  const found: string[] = [];
  for (const [run] of text.matchAll(tokenRun)) {
    const parts = run.split(".");
    for (let at = 0; at + 2 < parts.length; at++) {
      const signature = parts[at + 2] ?? "";
      if (signature.length >= 20 && headerStart(parts[at] ?? "") !== -1) found.push(signature);
    }
  }
  return found;
}

/**
 * A maximal run of the alphabet of compact tokens; one character class, so that matching cannot backtrack. Looking behind
 * saves trying each further character of a shorter word as a beginning.
 */
const tokenRun = /(?<![\w.-])[\w.-]{20,}/g;

/** Text stuck to the front of a token; more starts than this are not tried. */
const maximumStarts = 16;

function redactRun(run: string): string {
  const parts = run.split(".");
  const kept: string[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? "";
    const start = at + 2 < parts.length ? headerStart(part) : -1;
    if (start === -1) {
      kept.push(part);
      continue;
    }
    const token = [part.slice(start), parts[at + 1], parts[at + 2]].join(".");
    kept.push(part.slice(0, start) + tokenMark(token));
    at += 2;
  }
  return kept.join(".");
}

/** Where in `part` a base64url JSON object with `alg` begins; -1 when nowhere. */
function headerStart(part: string): number {
  // `{` begins `e` in base64; what follows a brace (quote, space, line feed) makes the second letter y or w.
  const starts = [0, ...[...part.slice(1).matchAll(/e[yw]/g)].map((match) => match.index + 1)];
  return starts.slice(0, maximumStarts).find((start) => isHeader(part.slice(start))) ?? -1;
}

function isHeader(text: string): boolean {
  if (!text.startsWith("e") || text.length > 8192) return false;
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
