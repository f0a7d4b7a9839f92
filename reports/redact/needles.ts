/** Any needle of at least twice this length, less one, holds a whole block of the text in which it occurs. */
const block = 8;

/** Those needles that occur in a text. */
export type NeedleSearch = (text: string) => ReadonlySet<string>;

/**
 * A search for all of `needles`. The time hardly depends on how many there are: a text is looked at in blocks, and only where
 * one of them is part of a needle is anything compared.
 */
export function searchFor(needles: Iterable<string>): NeedleSearch {
  const short: string[] = [];
  const byBlock = new Map<string, Set<string>>();
  for (const needle of needles) {
    if (needle.length < 2 * block - 1) {
      short.push(needle);
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
  const sketch = sketchOf(byBlock.keys());
  return (text) => {
    const found = new Set(short.filter((needle) => text.includes(needle)));
    if (byBlock.size === 0) return found;
    for (let at = 0; at + block <= text.length; at += block) {
      if (sketch[placeOf(text, at)] === 0) continue;
      for (const needle of byBlock.get(text.slice(at, at + block)) ?? []) {
        if (!found.has(needle) && text.startsWith(needle, firstIn(text, needle, at))) found.add(needle);
      }
    }
    return found;
  };
}

/** Places of a sketch: many times more than the blocks of a run's secrets, so that few blocks share one by chance. */
const places = 2 ** 22;

/** Not zero at the place of every block; to look there is several times quicker than to cut the block out of the text. */
function sketchOf(blocks: Iterable<string>): Uint8Array {
  const sketch = new Uint8Array(places);
  for (const part of blocks) sketch[placeOf(part, 0)] = 1;
  return sketch;
}

function placeOf(text: string, at: number): number {
  let place = 0;
  for (let next = at; next < at + block; next++) place = (Math.imul(place, 31) + text.charCodeAt(next)) | 0;
  return (place ^ (place >>> 11)) & (places - 1);
}

/** Where an occurrence of `needle` begins that covers the block at `at`. */
function firstIn(text: string, needle: string, at: number): number {
  const start = Math.max(0, at - block + 1);
  const near = text.slice(start, at + needle.length).indexOf(needle);
  return near === -1 ? text.length : start + near;
}
