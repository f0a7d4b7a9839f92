/** Shown of a value in a message. */
const shownLevels = 3;

/**
 * The beginning of the JSON of a value from outside, for a message; undefined for what has no JSON. Nesting is cut as well as
 * length: `JSON.parse` takes values that nest deeper than `JSON.stringify` has stack for.
 */
export function excerpt(value: unknown, length = 40): string | undefined {
  return JSON.stringify(shallow(value, shownLevels))?.slice(0, length);
}

function shallow(value: unknown, left: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (left === 0) return "…";
  if (Array.isArray(value)) return value.map((member) => shallow(member, left - 1));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shallow(member, left - 1)]));
}

/**
 * Whether lists and objects nest deeper than `levels`. `JSON.parse` reads values of any depth, but `JSON.stringify` and
 * other recursive functions exhaust the stack on deep ones.
 */
export function nestsDeeper(value: unknown, levels: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; ; depth++) {
    const holders = level.filter((one) => typeof one === "object" && one !== null);
    if (holders.length === 0) return false;
    if (depth === levels) return true;
    // Level by level, and not by calls: the values that this looks for have more levels than the stack has room for.
    level = holders.flatMap((one): readonly unknown[] => Object.values(one));
  }
}

export interface JsonLimits {
  /** Values, and names of members. */
  readonly nodes: number;
  readonly depth: number;
}

/**
 * The limit that a text of JSON exceeds, found before anything parses it: a parser makes many times as many bytes of small
 * objects. Says nothing of whether the text is JSON.
 */
export function exceededLimit(text: string, { nodes, depth }: JsonLimits): keyof JsonLimits | undefined {
  let found = 1;
  let level = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case openBrace:
      case openBracket:
        found++;
        if (++level > depth) return "depth";
        break;
      case closeBrace:
      case closeBracket:
        level--;
        break;
      case comma:
      case colon:
        found++;
        break;
    }
    if (found > nodes) return "nodes";
  }
  return undefined;
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket, comma, colon] = [
  34, 92, 123, 125, 91, 93, 44, 58,
];

/** Where the string that begins at `from` ends; the end of the text if it does not. */
function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === backslash) before--;
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}
