/** A secret to look for, with the name under which a leak of it is reported. */
export interface Canary {
  readonly name: string;
  /** At least 8 characters, or bytes of a key. */
  readonly value: string | Uint8Array;
}

export interface CanaryHit {
  /** Name of the output, for example "report.html". */
  readonly output: string;
  readonly canary: Canary;
}

/**
 * Looks for secrets that must not have come through, in every form in which a renderer could have written them: as it is,
 * escaped, in hexadecimal, and in base64 at any offset of a longer value, broken into lines or not. `outputs` maps names to
 * texts, or to their bytes in UTF-8.
 *
 * @throws RangeError for canaries of fewer than 8 characters: they would be found by chance.
 */
export function findCanaries(
  outputs: ReadonlyMap<string, string | Uint8Array>,
  canaries: Iterable<Canary>,
): readonly CanaryHit[] {
  const byForm = new Map<string, Canary>();
  for (const canary of canaries) {
    const { length } = canary.value;
    if (length < leastLength) {
      throw new RangeError(`Looking for a canary: found ${length} characters, wanted at least ${leastLength}`);
    }
    for (const form of formsOf(canary.value)) byForm.set(form.replaceAll("\n", ""), canary);
  }
  const search = searchFor(byForm.keys());
  return [...outputs].flatMap(([output, text]) => {
    const found = [...search(onOneLine(Buffer.from(text)))].flatMap((form) => byForm.get(form) ?? []);
    return [...new Set(found)].map((canary) => ({ output, canary }));
  });
}

const leastLength = 8;

/** A copy without line feeds, at the beginning of a buffer. */
function onOneLine(text: Buffer): Buffer {
  const line = Buffer.from(new ArrayBuffer(text.length));
  let length = 0;
  let at = 0;
  while (at < text.length) {
    const feed = text.indexOf(0x0a, at);
    const end = feed === -1 ? text.length : feed;
    length += text.copy(line, length, at, end);
    at = end + 1;
  }
  return line.subarray(0, length);
}

/** How `value` may be written. */
export function formsOf(value: string | Uint8Array): ReadonlySet<string> {
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
 * Three bytes make four characters, so the base64 of something longer shows a secret in one of three ways, depending on
 * where it begins. Characters that also hold bits of a neighbour are left out.
 */
function base64Forms(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    const first = Math.ceil((before * 8) / 6);
    const whole = text.slice(first, Math.floor(((before + bytes.length) * 8) / 6));
    return [whole, whole.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** Bytes. Any form of at least twice this length, less one, covers a whole block of the text in which it occurs. */
const block = 8;

/**
 * A search for all of `forms` at once. The time hardly depends on how many there are: of each block of a text, eight bytes
 * are read as two numbers, and only where a form has the same eight is anything compared.
 */
function searchFor(forms: Iterable<string>): (text: Buffer) => ReadonlySet<string> {
  const short: string[] = [];
  const byBlock = new Map<string, Set<string>>();
  const sketch = new Uint8Array(places);
  for (const form of forms) {
    const bytes = Buffer.from(form);
    if (bytes.length < 2 * block - 1) {
      short.push(form);
      continue;
    }
    // A block of the text begins at one of the first eight bytes of a form that covers it.
    for (let at = 0; at < block; at++) {
      const key = bytes.toString("latin1", at, at + block);
      byBlock.set(key, (byBlock.get(key) ?? new Set()).add(form));
      sketch[placeIn(wordsOf(Uint8Array.from(bytes.subarray(at, at + block))), 0)] = 1;
    }
  }
  return (text) => {
    const found = new Set(short.filter((form) => text.includes(form)));
    if (byBlock.size === 0) return found;
    const words = wordsOf(text);
    for (let word = 0; word + 1 < words.length; word += 2) {
      if (sketch[placeIn(words, word)] === 0) continue;
      const at = word * Uint32Array.BYTES_PER_ELEMENT;
      for (const form of byBlock.get(text.toString("latin1", at, at + block)) ?? []) {
        const near = text.subarray(Math.max(0, at - block + 1), at + Buffer.byteLength(form));
        if (!found.has(form) && near.includes(form)) found.add(form);
      }
    }
    return found;
  };
}

/** Whole words only; `bytes` begin at the beginning of their buffer. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
}

const { imul } = Math;

/** Many times more than the blocks of a run's secrets, so that few blocks of a text share a place with one by chance. */
const places = 2 ** 20;

/** The place of the two words at `at`. */
function placeIn(words: Uint32Array, at: number): number {
  return (imul(words[at] ?? 0, 0x9e3779b1) ^ imul(words[at + 1] ?? 0, 0x85ebca6b)) >>> 12;
}
