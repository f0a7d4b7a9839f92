import { describe, expect, test } from "@jest/globals";
import { sampleFor } from "./sample.js";

const scenarios = Array.from({ length: 90 }, (_, at) => `t/${at}`);

describe("the sample of a mutant", () => {
  test("is everything when there is little", () => {
    expect(sampleFor("m", scenarios.slice(0, 30))).toEqual(new Set(scenarios.slice(0, 30)));
  });

  test("is a fifth of much, and the same each time", () => {
    expect(sampleFor("m", scenarios).size).toBe(18);
    expect(sampleFor("m", scenarios)).toEqual(sampleFor("m", scenarios));
  });

  test("leaves out no exchange for all mutants", () => {
    const met = ["a", "b", "c", "d", "e"].flatMap((mutant) => [...sampleFor(mutant, scenarios)]);
    expect(new Set(met)).toEqual(new Set(scenarios));
    expect(met).toHaveLength(scenarios.length);
  });
});
