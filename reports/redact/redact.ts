import type { ReportInput } from "../report-input.js";
import { formsOf } from "./canaries.js";
import { redactTokens } from "./tokens.js";

const redacted = "<redacted>";

/** The secrets that were taken out, so that the reports can be searched for them in other forms. */
export type Taken = Set<string>;

/**
 * What renderers get. Redacting values before they are rendered means that no renderer can forget it, that no escaping hides
 * a secret, and that texts which merely come to lie side by side on a page are not taken for one. The catalogue is ours and
 * holds no secrets.
 */
export function redactInput(input: ReportInput, taken?: Taken): ReportInput {
  const { assumptions, reference } = input;
  return {
    ...input,
    result: redactValue(input.result, taken),
    entries: redactValue(input.entries, taken),
    profile: redactValue(input.profile, taken),
    ...(assumptions !== undefined && { assumptions: redactValue(assumptions, taken) }),
    ...(reference !== undefined && { reference: redactValue(reference, taken) }),
  };
}

/** `redact` on every string of a JSON value, and what the names of members reveal. What holds no secret is not copied. */
export function redactValue<Value>(value: Value, taken?: Taken): Value {
  // The walk returns for each branch a value of the shape that it was given.
  return redactAny(value, "", taken) as Value;
}

function redactAny(value: unknown, key: string, taken: Taken | undefined): unknown {
  if (typeof value === "string") return authorisation.test(key) ? credentials(value, taken) : redact(value, taken);
  if (typeof value !== "object" || value === null) return value;
  return Array.isArray(value) ? redactArray(value, key, taken) : redactObject(value as Members, taken);
}

function redactArray(values: readonly unknown[], key: string, taken: Taken | undefined): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (const [index, value] of values.entries()) {
    const safe = redactAny(value, key, taken);
    if (safe !== value) (copy ??= [...values])[index] = safe;
  }
  return copy ?? values;
}

type Members = Readonly<Record<string, unknown>>;

function redactObject(value: Members, taken: Taken | undefined): Members {
  const isKey = "kty" in value;
  const member = (name: string): unknown => {
    const found = value[name];
    if (!isKey || !privateMembers.has(name)) return redactAny(found, name, taken);
    if (typeof found === "string") taken?.add(found);
    return redacted;
  };
  const names = Object.keys(value);
  if (names.every((name) => redact(name, taken) === name && member(name) === value[name])) return value;
  return Object.fromEntries(names.map((name) => [redact(name, taken), member(name)]));
}

/** A report whose values hold none of `secrets`, in any form. */
export function withoutSecrets(input: ReportInput, secrets: readonly (string | Uint8Array)[]): ReportInput {
  const forms = secrets.flatMap((secret) => [...formsOf(secret)]);
  const clean = (text: string): string => forms.reduce((left, form) => left.replaceAll(form, redacted), text);
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return clean(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [clean(name), walk(member)]));
  };
  // The walk returns for each branch a value of the shape that it was given.
  const changed = walk({ result: input.result, entries: input.entries, profile: input.profile });
  return { ...input, ...(changed as Pick<ReportInput, "result" | "entries" | "profile">) };
}

/** An Authorization header keeps its scheme; a token keeps its digest. */
function credentials(header: string, taken: Taken | undefined): string {
  const safe = redact(header, taken);
  if (safe !== header) return safe;
  const [scheme, secret] = header.split(" ", 2);
  taken?.add(secret ?? header);
  return secret === undefined ? redacted : `${scheme} ${redacted}`;
}

/** Nothing secret fits into less; most strings of a trace are shorter. */
const shortest = 16;

/**
 * Takes out of `text` what would let a reader act as the provider: compact tokens, bearer credentials, private keys in
 * PEM form and the private members of JSON Web Keys. Names and shapes stay, so that a leak can still be judged.
 */
export function redact(text: string, taken?: Taken): string {
  if (text.length < shortest) return text;
  let safe = redactTokens(text, taken);
  if (safe.includes("-----BEGIN ")) {
    safe = safe.replace(pemPrivateKey, (_whole, label: string, body: string) => {
      for (const line of body.split(/\s|\\n/)) taken?.add(line);
      return `<redacted ${label}>`;
    });
  }
  safe = safe.replace(bearer, (_whole, scheme: string, credential: string) => {
    taken?.add(credential);
    return `${scheme} ${redacted}`;
  });
  return safe.includes("kty") ? redactKeyMembers(safe, taken) : safe;
}

/**
 * JSON within a text. A member that is called like the private part of a key is one, unless the text can be read as JSON and
 * shows it in an object that is no key.
 */
function redactKeyMembers(text: string, taken: Taken | undefined): string {
  let harmless: ReadonlySet<string> | undefined;
  return text.replace(keyMember, (whole, head: string, name: string, value: string) => {
    harmless ??= harmlessMembers(text);
    if (harmless.has(`${name}:${value}`)) return whole;
    taken?.add(value);
    return `${head}${redacted}`;
  });
}

/** `name:value` of the members that only look private; none when `text` is not JSON. */
function harmlessMembers(text: string): ReadonlySet<string> {
  const harmless = new Set<string>();
  const secret = new Set<string>();
  const left: unknown[] = [text];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === "string") left.push(parsed(value));
    if (typeof value !== "object" || value === null) continue;
    const isKey = "kty" in value;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === "string" && privateMembers.has(name)) (isKey ? secret : harmless).add(`${name}:${member}`);
      left.push(member);
    }
  }
  return new Set([...harmless].filter((member) => !secret.has(member)));
}

/** Undefined for text that is not a JSON object or array. */
function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const authorisation = /^(proxy-)?authorization$|^cookie$|^set-cookie$/i;
const privateMembers = new Set(["d", "p", "q", "dp", "dq", "qi", "oth", "k"]);
const pemPrivateKey = /-----BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY)-----([\s\S]*?)(?:-----END \1-----|$)/g;
// Shorter words after "bearer" are prose. `{20}` and `*` in place of `{20,}`: for that, V8 keeps a place to return to for
// each character, and runs out of stack in a long text.
const bearer = /\b(bearer) ([\w.~+/-]{20}[\w.~+/-]*=*)/gi;
// Quotes may be escaped, and the escapes again: JSON within JSON.
const keyMember = /(\\{0,7}"(d|p|q|dp|dq|qi|k)\\{0,7}"\s{0,8}:\s{0,8}\\{0,7}")([\w+/=-]{8}[\w+/=-]*)/g;
