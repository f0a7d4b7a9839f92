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

/** Decodes, and lets only the decoder's own error pass. */
export function throwsOwnOnly({ decode, own }: Decoder, input: Uint8Array): void {
  try {
    decode(input);
  } catch (thrown) {
    if (own === undefined || !(thrown instanceof own)) throw thrown;
  }
}
