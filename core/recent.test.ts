import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { Recent } from "./recent.js";

test("holds the newest entries, whatever was done before, and never more than twice as many", () => {
  const most = 3;
  const action = fc.record({ key: fc.nat({ max: 12 }), gone: fc.boolean() });
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      const recent = new Recent<number, number>(most);
      // A key that was deleted keeps its place among those that were set last.
      const model = new Map<number, number | undefined>();
      for (const [at, { key, gone }] of actions.entries()) {
        if (gone) {
          recent.delete(key);
          if (model.has(key)) model.set(key, undefined);
        } else {
          recent.set(key, at);
          model.delete(key);
          model.set(key, at);
        }
        const newest = [...model].slice(-most);
        expect(newest.map(([each]) => [each, recent.get(each)])).toEqual(newest);
        const held = Array.from({ length: 13 }, (_, each) => each).filter((each) => recent.has(each));
        expect(held.length).toBeLessThanOrEqual(2 * most);
        expect(held.map((each) => recent.get(each))).toEqual(held.map((each) => model.get(each)));
        expect(recent.keys().toSorted((one, other) => one - other)).toEqual(held);
      }
    }),
  );
});
