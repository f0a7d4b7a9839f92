import { describe, expect, test } from "@jest/globals";
import { type Overrides, seamsOf, watchedBehaviour } from "../../reference-provider/behaviour/variant.js";
import { Reach } from "./reach.js";

type Ask = (behaviour: ReturnType<typeof watchedBehaviour>) => void;

/** Whether a variant can change a scenario in which the conformant provider is asked what `ask` asks. */
function canChange(overrides: Overrides, ask: Ask, asksBefore: Ask = () => undefined): boolean {
  const reach = new Reach();
  const { enter, onAsked } = reach.listener();
  const behaviour = watchedBehaviour(onAsked);
  asksBefore(behaviour);
  enter("scenario");
  ask(behaviour);
  return reach.canChange("scenario", seamsOf(overrides));
}

describe("a variant cannot change a scenario", () => {
  test("that asks none of its seams", () => {
    expect(canChange({ keys: { initialBatch: 1 } }, ({ keys }) => keys.refills(3))).toBe(false);
    expect(canChange({ keys: { initialBatch: 1 } }, ({ keys }) => keys.initialBatch)).toBe(true);
  });

  test("in which it answers everything like the conformant provider", () => {
    const few: Overrides = { keys: { refills: (left) => left < 5 } };
    expect(canChange(few, ({ keys }) => keys.refills(3))).toBe(false);
    expect(canChange(few, ({ keys }) => keys.refills(8))).toBe(true);
  });

  test("unless its answer depends on earlier calls", () => {
    let asked = 0;
    expect(canChange({ keys: { refills: () => asked++ === 0 } }, ({ keys }) => keys.refills(3))).toBe(true);
  });

  test("unless it throws, or the arguments or the answer are not plain data", () => {
    const throwing: Overrides = {
      keys: {
        refills: () => {
          throw new RangeError("no");
        },
      },
    };
    expect(canChange(throwing, ({ keys }) => keys.refills(3))).toBe(true);
    const same: Overrides = { keys: { acceptBundle: (bundle) => bundle } };
    const bundle = { registrationId: 1, signedPreKey: () => 1 } as never;
    expect(canChange(same, ({ keys }) => void keys.acceptBundle(bundle))).toBe(true);
  });

  test("unless a seam of it was asked before the first scenario", () => {
    const ask: Ask = ({ keys }) => keys.initialBatch;
    expect(canChange({ keys: { initialBatch: 1 } }, ({ keys }) => keys.refills(3), ask)).toBe(true);
  });

  test("unless the scenario did not run", () => {
    expect(canChange({ keys: { initialBatch: 1 } }, () => undefined)).toBe(true);
  });
});
