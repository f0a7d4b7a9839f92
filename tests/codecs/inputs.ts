import fc from "fast-check";
import { corpus } from "./corpus.js";
import { chewed } from "./hostile.js";
import type { Decoder } from "./roster.js";

/** Random bytes, faultless and kept input with pieces changed, lost, inserted or repeated, and the beginnings and ends of two. */
export function inputs(decoder: Decoder): fc.Arbitrary<Uint8Array> {
  const samples = [...decoder.samples, ...corpus.of(decoder)];
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
