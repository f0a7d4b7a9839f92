import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { productSources } from "../sources.js";
import { growth, isCheap } from "./growth.js";
import { type Decoder, decoders } from "./roster.js";

const usualLargest = 2 ** 18;
/** Linear work grows 16 times and quadratic work 256 times. Garbage collection in a process with much else in it adds to both. */
const tolerated = 80;
const looks = 6;

/** What has made parsers slow or deep before: openings without end, and what a backtracking pattern could chew on. */
const chewed = [
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

describe.each(decoders.map((decoder) => [decoder.id, decoder] as const))("%s", (_, decoder) => {
  test("reads faultless input", () => {
    for (const sample of decoder.samples) expect(() => decoder.decode(sample)).not.toThrow();
  });

  test("throws nothing but its own error, whatever comes", () => {
    fc.assert(fc.property(inputs(decoder), (input) => throwsOwnOnly(decoder, input)));
  });

  test("takes linear time at most", () => {
    const largest = decoder.largest ?? usualLargest;
    const run = (bytes: Uint8Array): void => throwsOwnOnly(decoder, bytes);
    const slow = shapes(decoder).filter(({ input }) => {
      if (isCheap(run, input(largest))) return false;
      // Further looks, because the machine may have been busy in one of two measurements.
      return Array.from({ length: looks }, () => growth).every((look) => look(run, input, largest) > tolerated);
    });
    expect(slow.map(({ name }) => name)).toEqual([]);
  });
});

test("the measure tells quadratic work from linear work", () => {
  const largest = 2 ** 12;
  const zeros = (size: number): Uint8Array => new Uint8Array(size);
  const addsUp = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum + byte, 0);
  const looksBack = (bytes: Uint8Array): void => bytes.forEach((_, at) => addsUp(bytes.subarray(0, at)));
  expect(isCheap(looksBack, zeros(largest))).toBe(false);
  expect(growth(looksBack, zeros, largest)).toBeGreaterThan(tolerated);
  expect(growth(addsUp, zeros, largest)).toBeLessThan(tolerated);
});

test("every function that reads what a stranger sent is on the roster", () => {
  const reader =
    /^export (?:async )?(?:function|class) ((?:decode|parse|read|unpack|inspect|from|unwrap|unpad)\w+|\w+Reader)\b/gm;
  const found = productSources()
    .filter(({ layer }) => ["proto", "protocol", "signal"].includes(layer))
    .flatMap(({ path, text }) => [...text.matchAll(reader)].map(([, name]) => `${path} ${name}`));
  const listed = new Set(decoders.map(({ id }) => id.split(" ", 2).join(" ")));
  expect(found.filter((id) => !listed.has(id) && !(id in readThroughOthers))).toEqual([]);
  expect(Object.keys(readThroughOthers).filter((id) => !found.includes(id))).toEqual([]);
});

/** Functions that get their input from one on the roster. */
const readThroughOthers: Readonly<Record<string, string>> = {
  "proto/codec.ts decodeMessage": "under every decoder of protobuf",
  "protocol/content/media.ts decodeMedia": "decodeContent",
  "protocol/noise/messages.ts decodeExpected": "decodeHandshake",
  "protocol/stanza/binary/addresses.ts readAddress": "decodeNode",
  "protocol/stanza/binary/reader.ts StanzaReader": "decodeNode",
};

function throwsOwnOnly({ decode, own }: Decoder, input: Uint8Array): void {
  try {
    decode(input);
  } catch (thrown) {
    if (own === undefined || !(thrown instanceof own)) throw thrown;
  }
}

/** Random bytes, faultless input with pieces changed, lost, inserted or repeated, and the beginnings and ends of two. */
function inputs({ samples }: Decoder): fc.Arbitrary<Uint8Array> {
  const random = fc.uint8Array({ maxLength: 300 });
  const sample = fc.constantFrom(...samples);
  const text = fc
    .array(fc.constantFrom(...chewed), { maxLength: 12 })
    .map((pieces) => Buffer.from(pieces.join(""), "latin1"));
  const piece = fc.oneof(fc.uint8Array({ maxLength: 3 }), text);
  const change = fc.tuple(fc.nat(), fc.nat({ max: 3 }), piece);
  const damaged = fc.tuple(sample, fc.array(change, { minLength: 1, maxLength: 4 })).map(([bytes, changes]) => {
    const list = [...bytes];
    for (const [at, lost, inserted] of changes) list.splice(at % (list.length + 1), lost, ...inserted);
    return Uint8Array.from(list);
  });
  const spliced = fc.tuple(sample, sample, fc.nat(), fc.nat()).map(([one, other, end, begin]) => {
    const parts = [one.subarray(0, end % (one.length + 1)), other.subarray(begin % (other.length + 1))];
    return Uint8Array.from(Buffer.concat(parts));
  });
  return fc.oneof(
    random,
    text.map((bytes) => Uint8Array.from(bytes)),
    damaged,
    spliced,
  );
}

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
