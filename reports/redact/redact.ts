import { redactTokens } from "./tokens.js";

const redacted = "<redacted>";

/**
 * Takes out of `text` what would let a reader act as the provider: compact tokens, bearer credentials, private keys in
 * PEM form and the private members of JSON Web Keys. Names and shapes stay, so that a leak can still be judged.
 */
export function redact(text: string): string {
  // Most strings of a trace are short attribute values; nothing secret fits in them.
  if (text.length < 8) return text;
  let safe = redactTokens(text);
  safe = safe.replace(pemPrivateKey, (_whole, label: string) => `<redacted ${label}>`);
  safe = safe.replace(bearer, (_whole, scheme: string) => `${scheme} ${redacted}`);
  return safe.includes("kty") ? safe.replace(jwkMember, (_whole, head: string) => `${head}${redacted}`) : safe;
}

/** `redact` on every string of a JSON value, with what key names reveal taken into account. Keeps the shape. */
export function redactValue<Value>(value: Value): Value {
  // The walk returns for each branch a value of the shape that it was given.
  return redactAny(value, "") as Value;
}

function redactAny(value: unknown, key: string): unknown {
  if (typeof value === "string") return authorisation.test(key) ? credentials(value) : redact(value);
  if (Array.isArray(value)) return value.map((element) => redactAny(element, key));
  if (typeof value !== "object" || value === null) return value;
  const isKey = "kty" in value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isKey && privateMembers.has(name) ? redacted : redactAny(member, name),
    ]),
  );
}

/** An Authorization header keeps its scheme; a token keeps its digest. */
function credentials(header: string): string {
  const safe = redact(header);
  if (safe !== header) return safe;
  const [scheme, secret] = header.split(" ", 2);
  return secret === undefined ? redacted : `${scheme} ${redacted}`;
}

const authorisation = /^(proxy-)?authorization$|^cookie$|^set-cookie$/i;
const privateMembers = new Set(["d", "p", "q", "dp", "dq", "qi", "oth", "k"]);
const pemPrivateKey = /-----BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY)-----[\s\S]*?(?:-----END \1-----|$)/g;
// Shorter words after "bearer" are prose.
const bearer = /\b(bearer) [\w.~+/-]{20,}=*/gi;
// Quotes may be escaped: JSON within JSON.
const jwkMember = /(\\?"(?:d|p|q|dp|dq|qi|k)\\?"\s{0,8}:\s{0,8}\\?")[\w+/=-]{8,}/g;
