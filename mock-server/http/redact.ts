import { createHash } from "node:crypto";

/** What a trace shows instead of a token: enough to see that two are equal, and nothing that can be used. */
export function tokenMark(token: string): string {
  return `<token sha256:${createHash("sha256").update(token).digest("hex")}>`;
}

/** Replaces everything that has the form of a JWT by its mark. Linear in the length of `text`. */
export function redactTokens(text: string): string {
  return text.replace(/[\w.-]+/g, (word) => (isToken(word) ? tokenMark(word) : word));
}

/** Replaces the `token` argument of a form body, however it is escaped, and any other token. */
export function redactForm(body: string): string {
  const withoutArgument = body.replace(/(^|&)token=([^&]*)/g, (_, before: string, value: string) => {
    return `${before}token=${tokenMark(unescaped(value))}`;
  });
  return redactTokens(withoutArgument);
}

/** Replaces credentials in headers by their marks. */
export function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name, redactHeader(name, value)] as const);
  return Object.fromEntries(entries);
}

function redactHeader(name: string, value: string): string {
  const bearer = /^authorization$/i.test(name) ? /^Bearer (.+)$/i.exec(value)?.[1] : undefined;
  return bearer === undefined ? redactTokens(value) : `Bearer ${tokenMark(bearer)}`;
}

/** The header of a JWT is a JSON object, so its base64url begins with that of `{"`. */
function isToken(word: string): boolean {
  return word.startsWith("eyJ") && word.split(".", 4).length === 3;
}

function unescaped(value: string): string {
  return new URLSearchParams(`value=${value}`).get("value") ?? value;
}
