import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { productSources } from "../sources.js";
import { chewed, throwsOwnOnly } from "./hostile.js";
import { type Decoder, decoders } from "./roster.js";

describe.each(decoders.map((decoder) => [decoder.id, decoder] as const))("%s", (_, decoder) => {
  test("reads faultless input", () => {
    for (const sample of decoder.samples) expect(() => decoder.decode(sample)).not.toThrow();
  });

  test("throws nothing but its own error, whatever comes", () => {
    fc.assert(fc.property(inputs(decoder), (input) => throwsOwnOnly(decoder, input)));
  });
});

test("every function that reads what a stranger sent is on the roster", () => {
  const reader =
    /^export (?:async )?(?:function|class) ((?:annotate|decode|parse|read|unpack|inspect|from|unwrap|unpad)\w+|\w+Reader)\b/gm;
  const found = productSources()
    .filter(({ layer }) => ["proto", "protocol", "signal"].includes(layer))
    .flatMap(({ path, text }) => [...text.matchAll(reader)].map(([, name]) => `${path} ${name}`));
  const listed = new Set(decoders.map(({ id }) => id.split(" ", 2).join(" ")));
  expect(found.filter((id) => !listed.has(id) && !(id in readThroughOthers))).toEqual([]);
  expect(Object.keys(readThroughOthers).filter((id) => !found.includes(id))).toEqual([]);
});

/** Functions that get their input from one on the roster. */
const readThroughOthers: Readonly<Record<string, string>> = {
  "protocol/stanza/binary/annotate.ts annotateNode": "annotateStanza",
  "proto/codec.ts decodeMessage": "under every decoder of protobuf",
  "protocol/noise/messages.ts decodeExpected": "decodeHandshake",
  "protocol/stanza/binary/addresses.ts readAddress": "decodeNode",
  "protocol/stanza/binary/reader.ts StanzaReader": "decodeNode",
};

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
