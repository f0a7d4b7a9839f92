import { readFileSync, writeFileSync } from "node:fs";
import { fromBase64, toBase64 } from "../../core/bytes.js";
import type { Decoder } from "./roster.js";

const file = new URL("../../fixtures/fuzz/corpus.json", import.meta.url);

/** A decoder needs no more, and nobody reviews a larger file. */
const maximumInputs = 24;
const maximumBytes = 400;

type Stored = Record<string, string[]>;

/** Inputs that fuzzing found: each leads a decoder to an outcome that no other one did, or once made it fail. */
export const corpus = {
  of(decoder: Decoder): readonly Uint8Array[] {
    return (read()[decoder.id] ?? []).map((text) => fromBase64(text) ?? new Uint8Array(0));
  },

  /** Adds inputs to the file; small ones, and so many, but for those that must stay. */
  keep(decoder: Decoder, found: Iterable<Uint8Array>, must = false): void {
    const stored = read();
    const list = new Set(stored[decoder.id]);
    for (const input of found) {
      if (must || (list.size < maximumInputs && input.length <= maximumBytes)) list.add(toBase64(input));
    }
    const sorted = Object.entries({ ...stored, [decoder.id]: [...list] }).toSorted(([a], [b]) => (a < b ? -1 : 1));
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(sorted), undefined, 1)}\n`);
  },
};

function read(): Stored {
  return JSON.parse(readFileSync(file, "utf8")) as Stored;
}
