import { redact } from "./redact.js";
import { searchFor } from "./needles.js";

/** A secret to look for, with the name under which a leak of it is reported. */
export interface Canary {
  readonly name: string;
  /** At least 8 characters, or bytes of a key. */
  readonly value: string | Uint8Array;
}

export interface CanaryHit {
  /** Name of the output, for example "report.html". */
  readonly output: string;
  /** What leaked: never the secret itself. */
  readonly canary: string;
}

/**
 * Looks for secrets that must not have come through, in every form in which a renderer could have written them: as it is,
 * escaped, in hexadecimal, and in base64 wherever in a longer value it may begin, broken into lines or not. `outputs` maps
 * names to texts.
 *
 * @throws RangeError for canaries of fewer than 8 characters: they would be found by chance.
 */
export function findCanaries(outputs: ReadonlyMap<string, string>, canaries: Iterable<Canary>): readonly CanaryHit[] {
  const names = new Map<string, string>();
  for (const { name, value } of canaries) {
    if (value.length < leastLength) {
      throw new RangeError(`Looking for a canary: found ${value.length} characters, wanted at least ${leastLength}`);
    }
    for (const form of formsOf(value)) names.set(form.replaceAll("\n", ""), name);
  }
  const search = searchFor(names.keys());
  const hits: CanaryHit[] = [];
  for (const [output, text] of outputs) {
    const forms = search(text.replaceAll("\n", ""));
    const found = new Set([...forms].map((form) => names.get(form) ?? ""));
    for (const canary of found) hits.push({ output, canary });
  }
  return hits;
}

/** Finds outputs in which redaction would still find something: a renderer went round it. */
export function findSecrets(outputs: ReadonlyMap<string, string>): readonly CanaryHit[] {
  const hits: CanaryHit[] = [];
  for (const [output, text] of outputs) {
    const safe = redact(text);
    if (safe === text) continue;
    let at = 0;
    while (safe[at] === text[at]) at++;
    hits.push({ output, canary: `what looks like a secret, "${text.slice(at, at + 4)}…"` });
  }
  return hits;
}

const leastLength = 8;

function formsOf(value: string | Uint8Array): ReadonlySet<string> {
  const bytes = Buffer.from(value);
  const hex = bytes.toString("hex");
  const pairs = hex.match(/../g)?.join(" ") ?? "";
  const written = [hex, hex.toUpperCase(), pairs, ...base64Forms(bytes), JSON.stringify([...bytes]).slice(1, -1)];
  if (typeof value !== "string") return new Set(written);
  return new Set([value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value), asMarkup(value), ...written]);
}

/** As HTML and XML escape text. */
function asMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/**
 * Three bytes make four characters, so what a secret looks like in the base64 of something longer depends on where in it
 * the secret begins. Characters that also hold bits of a neighbour are left out.
 */
function base64Forms(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    const first = Math.ceil((before * 8) / 6);
    const whole = text.slice(first, Math.floor(((before + bytes.length) * 8) / 6));
    return [whole, whole.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
