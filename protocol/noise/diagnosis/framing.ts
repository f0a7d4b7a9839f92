import type { Fit } from "../../../core/coded-error.js";

/** A frame of which less arrived than its length announces. */
export interface CutFrame {
  /** Length and body, as far as they arrived. */
  readonly received: Uint8Array;
}

type Mistake = readonly [mistake: string, sentence: string, announced: (bytes: Uint8Array) => number];

const rule = "it has three bytes, big-endian, and counts the body without itself";

/** Each with the bytes of the whole frame that its length would announce. */
const mistakes: readonly Mistake[] = [
  [
    "frame-length-little-endian",
    "its length is little-endian",
    ([a = 0, b = 0, c = 0]) => 3 + a + (b << 8) + (c << 16),
  ],
  ["frame-length-of-two-bytes", "its length has two bytes", ([a = 0, b = 0]) => 2 + (a << 8) + b],
  [
    "frame-length-of-four-bytes",
    "its length has four bytes",
    ([, b = 0, c = 0, d = 0]) => 4 + (b << 16) + (c << 8) + d,
  ],
  [
    "frame-length-with-itself",
    "its length counts the three bytes of the length too",
    ([a = 0, b = 0, c = 0]) => (a << 16) + (b << 8) + c,
  ],
];

/** The known mistake with which the bytes that arrived are a whole frame. */
export function diagnoseCutFrame({ received }: CutFrame): Fit | undefined {
  const [mistake, sentence] = mistakes.find(([, , announced]) => announced(received) === received.length) ?? [];
  if (mistake === undefined) return undefined;
  return { mistake, sentence: `Your frame is complete if ${sentence} (${rule})` };
}
