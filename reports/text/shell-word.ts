import { oneLine } from "./printable.js";

/** `word` as a POSIX shell has to be given it. What a terminal would act upon is made visible first. */
export function shellWord(word: string): string {
  const shown = oneLine(word);
  return /^[\w@%+=:,./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}
