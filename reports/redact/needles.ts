/** Any needle of at least twice this length, less one, holds a whole block of the text in which it occurs. */
const block = 8;

/**
 * Those of `needles` that occur in `text`. The time hardly depends on how many there are: the text is looked at in blocks,
 * and only where one of them is part of a needle is anything compared.
 */
export function findNeedles(text: string, needles: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const byBlock = new Map<string, Set<string>>();
  for (const needle of needles) {
    if (needle.length < 2 * block - 1) {
      if (text.includes(needle)) found.add(needle);
      continue;
    }
    // A block of the text begins somewhere in the first `block` characters of whatever covers it.
    for (let at = 0; at < block; at++) {
      const part = needle.slice(at, at + block);
      const having = byBlock.get(part);
      if (having === undefined) byBlock.set(part, new Set([needle]));
      else having.add(needle);
    }
  }
  if (byBlock.size === 0) return found;
  for (let at = 0; at + block <= text.length; at += block) {
    for (const needle of byBlock.get(text.slice(at, at + block)) ?? []) {
      if (!found.has(needle) && text.startsWith(needle, firstIn(text, needle, at))) found.add(needle);
    }
  }
  return found;
}

/** Where an occurrence of `needle` begins that covers the block at `at`. */
function firstIn(text: string, needle: string, at: number): number {
  const start = Math.max(0, at - block + 1);
  const near = text.slice(start, at + needle.length).indexOf(needle);
  return near === -1 ? text.length : start + near;
}
