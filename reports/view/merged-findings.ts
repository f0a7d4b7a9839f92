import type { Finding } from "../../harness/model/result.js";

/** Findings that say the same of several places. */
export interface MergedFinding extends Omit<Finding, "at"> {
  /** Where, in the order of the trace; empty when nothing can be pointed at. */
  readonly at: readonly string[];
}

/** The same finding at five frames is one thing to read and five places to look. */
export function mergedFindings(findings: readonly Finding[]): readonly MergedFinding[] {
  const merged = new Map<string, Finding & { readonly places: Set<string> }>();
  for (const finding of findings) {
    const { what, expected, actual, at } = finding;
    const key = JSON.stringify([what, expected, actual]);
    const known = merged.get(key) ?? { ...finding, places: new Set<string>() };
    merged.set(key, known);
    if (at !== "") known.places.add(at);
  }
  return [...merged.values()].map(({ what, expected, actual, places }) => ({
    what,
    expected,
    actual,
    at: [...places],
  }));
}

/** "frame 3", "frames 3, 7 and 9", "frames 3, 7, 9, 12 and 5 more". */
export function placesText(at: readonly string[]): string {
  const numbers = at.map((place) => /^frame (\d+)$/.exec(place)?.[1]);
  const isFrames = at.length > 1 && numbers.every((number) => number !== undefined);
  const names = isFrames ? numbers : at;
  const shown = names.length <= most ? names : [...names.slice(0, most), `${names.length - most} more`];
  const list = shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
  return isFrames ? `frames ${list}` : list;
}

const most = 6;
