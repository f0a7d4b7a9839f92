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
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => nestsDeeper(member, levels - 1));
}
