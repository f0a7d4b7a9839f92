import { describe, expect, it } from "@jest/globals";
import { checks } from "../../suites/index.js";
import { ofShard, shard } from "./shard.js";

describe("shards", () => {
  it("contain every check once, and no scenario twice", () => {
    for (const count of [1, 2, 3, 7]) {
      const parts = Array.from({ length: count }, (_, at) => ofShard(checks, { index: at + 1, count }));
      expect(parts.flat().toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        checks.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      );
      const scenarios = parts.flatMap((part) => [...new Set(part.map(({ scenario }) => scenario.id))]);
      expect(new Set(scenarios).size).toBe(scenarios.length);
    }
  });

  it("are written as i/n", () => {
    expect(shard("2/3")).toEqual({ index: 2, count: 3 });
    for (const text of ["0/3", "4/3", "1", "a/b", "1/0"])
      expect(() => shard(text)).toThrow("Wanted the number of a part");
  });
});
