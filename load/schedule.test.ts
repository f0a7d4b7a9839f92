import { describe, expect, test } from "@jest/globals";
import { type Arrivals, countOf, dueTimes, type Shape, shapes } from "./schedule.js";

function arrivals(shape: Shape, perSecond = 10, seconds = 10): Arrivals {
  return { perSecond, seconds, shape };
}

describe("due times", () => {
  test("of a steady rate are evenly apart, and the first is at once", () => {
    const dues = [...dueTimes(arrivals("steady", 4, 1))];
    expect(dues.map(Math.round)).toEqual([0, 250, 500, 750]);
  });

  test("of a ramp come closer: half of the messages are due after seven tenths of the time", () => {
    const dues = [...dueTimes(arrivals("ramp", 100, 10))];
    expect(dues).toHaveLength(500);
    expect(dues[250]).toBeCloseTo(10_000 * Math.SQRT1_2, 6);
  });

  test("of a spike are five times as many in the middle fifth", () => {
    const dues = [...dueTimes(arrivals("spike"))];
    const between = (from: number, to: number): number => dues.filter((due) => due >= from && due < to).length;
    expect([between(0, 4000), between(4000, 6000), between(6000, 10_000)]).toEqual([40, 100, 40]);
  });

  test.each(shapes)("of shape %s are as many as foretold, in order, and within the duration", (shape) => {
    for (const [perSecond, seconds] of [
      [0.3, 7],
      [33, 3],
      [7.5, 11],
    ] as const) {
      const dues = [...dueTimes(arrivals(shape, perSecond, seconds))];
      expect(dues).toHaveLength(countOf(arrivals(shape, perSecond, seconds)));
      expect(dues).toEqual(dues.toSorted((a, b) => a - b));
      expect(dues.every((due) => due >= 0 && due <= seconds * 1000)).toBe(true);
    }
  });
});
