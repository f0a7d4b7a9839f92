const levels = 3;

/**
 * The beginning of the JSON of a value from outside, for a message; undefined for what has no JSON. Nesting is cut as well as
 * length: `JSON.parse` takes values that are nested more deeply than `JSON.stringify` has stack for.
 */
export function excerpt(value: unknown, length = 40): string | undefined {
  return JSON.stringify(shallow(value, levels))?.slice(0, length);
}

function shallow(value: unknown, left: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (left === 0) return "…";
  if (Array.isArray(value)) return value.map((member) => shallow(member, left - 1));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shallow(member, left - 1)]));
}
