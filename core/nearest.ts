/** The candidates that `word` was probably meant to be: up to three within a third of its length, closest first. */
export function nearest(word: string, candidates: readonly string[]): readonly string[] {
  const meant = word.slice(0, maximumLength).toLowerCase();
  const limit = Math.max(1, Math.floor(meant.length / 3));
  return [...new Set(candidates)]
    .filter((candidate) => Math.abs(candidate.length - meant.length) <= limit)
    .map((candidate) => ({ candidate, distance: editDistance(meant, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** `; did you mean "x" or "y"?` or nothing: the tail of a message. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const found = nearest(word, candidates);
  return found.length === 0 ? "" : `; did you mean ${found.map((name) => `"${name}"`).join(" or ")}?`;
}

/** Mistyped words are short; comparing longer ones is not worth the time. */
const maximumLength = 64;

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
