import type { Decoder } from "./roster.js";

/** What has made parsers slow or deep before: openings without end, and what a backtracking pattern could chew on. */
export const chewed = [
  " ",
  "\t",
  "\n",
  "\0",
  "\u00ff",
  "\u0080",
  "a",
  "1",
  "=",
  "[",
  '{"a":',
  "<a>",
  "<a b='",
  "&",
  "]]",
  "]]>",
  ".",
  "..",
  "eyJ",
];

/** What decoding leads to, in few words: inputs with the same one go the same way. Throws what is not the decoder's own. */
export function outcomeOf({ decode, own }: Decoder, input: Uint8Array): string {
  try {
    const result = decode(input);
    return Array.isArray(result) ? `${Math.min(result.length, 8)} members` : typeof result;
  } catch (thrown) {
    if (own === undefined || !(thrown instanceof own)) throw thrown;
    return thrown.message.replaceAll(/"(?:[^"\\]|\\.)*"|\d+/g, "…").slice(0, 120);
  }
}

/** Decodes, and lets only the decoder's own error pass. */
export function throwsOwnOnly({ decode, own }: Decoder, input: Uint8Array): void {
  try {
    decode(input);
  } catch (thrown) {
    if (own === undefined || !(thrown instanceof own)) throw thrown;
  }
}
