import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { productSources } from "../sources.js";
import { corpus } from "./corpus.js";
import { throwsOwnOnly } from "./hostile.js";
import { inputs } from "./inputs.js";
import { decoders } from "./roster.js";

describe.each(decoders.map((decoder) => [decoder.id, decoder] as const))("%s", (_, decoder) => {
  test("reads faultless input", () => {
    for (const sample of decoder.samples) expect(() => decoder.decode(sample)).not.toThrow();
  });

  test("throws nothing but its own error for inputs that were found before", () => {
    for (const input of corpus.of(decoder)) expect(() => throwsOwnOnly(decoder, input)).not.toThrow();
  });

  test("throws nothing but its own error, whatever comes", () => {
    // Few: fuzz.deep.test.ts tries many more.
    fc.assert(
      fc.property(inputs(decoder), (input) => throwsOwnOnly(decoder, input)),
      { numRuns: 100 },
    );
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
