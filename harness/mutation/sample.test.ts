import { describe, expect, test } from "@jest/globals";
import { sampleFor } from "./sample.js";

const steps = Array.from({ length: 90 }, (_, at) => `t/${at}`);

describe("the sample of a mutant", () => {
  test("is everything when there is little", () => {
    expect(sampleFor("m", steps.slice(0, 30))).toEqual(new Set(steps.slice(0, 30)));
  });

  test("is a fifth of much, and the same each time", () => {
    expect(sampleFor("m", steps).size).toBe(18);
    expect(sampleFor("m", steps)).toEqual(sampleFor("m", steps));
  });

  test("leaves out no exchange for all mutants", () => {
    const met = ["a", "b", "c", "d", "e"].flatMap((mutant) => [...sampleFor(mutant, steps)]);
    expect(new Set(met)).toEqual(new Set(steps));
    expect(met).toHaveLength(steps.length);
  });
});
