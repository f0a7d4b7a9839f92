import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { corpus } from "./corpus.js";
import { outcomeOf } from "./hostile.js";
import { inputs } from "./inputs.js";
import { decoders } from "./roster.js";

/** `npm run fuzz` sets these. A slice runs in the deep tier, each time with another seed. */
const { FUZZ_RUNS: asked, FUZZ_DECODER: wanted = "", FUZZ_SEED: seed, FUZZ_KEEP: keeps } = process.env;
const numRuns = Number(asked ?? 10_000);

const chosen = decoders.filter(({ id }) => id.includes(wanted));

test("there is a decoder to try", () => expect(chosen).not.toEqual([]));

test.each(chosen.map((decoder) => [decoder.id, decoder] as const))("%s withstands chance", (_, decoder) => {
  const seen = new Map(corpus.of(decoder).map((input) => [outcomeOf(decoder, input), input]));
  const known = seen.size;
  const property = fc.property(inputs(decoder), (input) => {
    const outcome = outcomeOf(decoder, input);
    if (!seen.has(outcome)) seen.set(outcome, input);
  });
  const details = fc.check(property, { numRuns, ...(seed !== undefined && { seed: Number(seed) }) });
  if (keeps !== undefined && seen.size > known) corpus.keep(decoder, [...seen.values()].slice(known));
  if (!details.failed) return;
  // What failed once is tried in every tier from now on.
  if (keeps !== undefined && details.counterexample !== null) corpus.keep(decoder, details.counterexample, true);
  throw new Error(fc.defaultReportMessage(details));
});
