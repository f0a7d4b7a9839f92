import { parseDownloadPath } from "../../protocol/media/paths.js";
import { openedFiles, textIn } from "./files.js";
import type { EntryOf, Trace } from "./index.js";

type Opened = EntryOf<"opened">;

/** Messages whose path has a storage reference; other paths are judged by m4-features/media/path-template. */
export function filesWithRef(trace: Trace): readonly Opened[] {
  return openedFiles(trace).filter((entry) => refIn(entry) !== "");
}

export function refIn({ content }: Opened): string {
  return parseDownloadPath(textIn(content, "directPath") ?? "")?.ref ?? "";
}

/**
 * Bits that the references leave to guess, at most: of the characters that are not the same in all of them, each counts as
 * much as the alphabet that was seen allows. A count, a time or a name leaves few.
 */
export function guessableBits(refs: readonly string[]): number {
  const shortest = Math.min(...refs.map((ref) => ref.length));
  let bits = 0;
  for (let at = 0; at < shortest; at++) {
    const seen = new Set(refs.map((ref) => ref[at] ?? ""));
    if (seen.size > 1) bits += bitsOf(seen, refs.length);
  }
  return Math.floor(bits);
}

const alphabets = [/^[0-9]$/, /^[0-9a-f]$/, /^[0-9A-F]$/, /^[0-9a-z]$/, /^[\w-]$/];
const sizes = [10, 16, 16, 36, 64];

/** A position that takes few values among many references is no random one. */
function bitsOf(seen: ReadonlySet<string>, references: number): number {
  if (seen.size === 1 || (references >= 8 && seen.size < 3)) return 0;
  const at = alphabets.findIndex((alphabet) => [...seen].every((character) => alphabet.test(character)));
  return Math.log2(sizes[at] ?? 64);
}

/** The parts of a name that would give it away: words of five characters and more, in lower case. */
export function telling(name: string): readonly string[] {
  return (
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}]{5,}/gu)
      ?.filter((word) => !common.has(word)) ?? []
  );
}

/** Parts of every address. */
const common: ReadonlySet<string> = new Set(["whatsapp", "interop", "example"]);
