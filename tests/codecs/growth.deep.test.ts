import { expect, test } from "@jest/globals";
import { isLinear } from "../support/growth.js";
import { chewed, throwsOwnOnly } from "./hostile.js";
import { type Decoder, decoders } from "./roster.js";

const usualLargest = 2 ** 18;

test.each(decoders.map((decoder) => [decoder.id, decoder] as const))("%s takes linear time at most", (_, decoder) => {
  const run = (bytes: Uint8Array): void => throwsOwnOnly(decoder, bytes);
  const slow = shapes(decoder).filter(({ input }) => !isLinear(run, input, decoder.largest ?? usualLargest));
  expect(slow.map(({ name }) => name)).toEqual([]);
});

/** Input of any size that somebody thought up to cost much. */
interface Shape {
  readonly name: string;
  readonly input: (size: number) => Uint8Array;
}

function shapes({ samples, heads = [], nest = (deep) => deep }: Decoder): readonly Shape[] {
  const pieces = [...chewed.map(latin1), ...samples.map((sample) => Buffer.from(sample))];
  const repeated = ["", ...heads].flatMap((head) =>
    pieces.map((piece) => ({
      name: `${head}, then ${JSON.stringify(piece.toString("latin1", 0, 40))} again and again`,
      // What comes last keeps patterns from reaching the end at the first attempt.
      input: (size: number) => bytesOf(latin1(head), Buffer.alloc(size - head.length - 1, piece), latin1("x")),
    })),
  );
  const nested = {
    name: "lists in lists",
    input: (size: number) => {
      const depth = Math.floor(size / 2) - 20;
      return bytesOf(latin1(nest("[".repeat(depth) + "]".repeat(depth))));
    },
  };
  return [...repeated, nested];
}

function latin1(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

function bytesOf(...parts: readonly Buffer[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
