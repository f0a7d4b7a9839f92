import { describe, expect, test } from "@jest/globals";
import { ReachRecorder } from "../../harness/mutation/reach.js";
import { type Overrides, watchedBehaviour } from "../../reference-provider/behaviour/variant.js";
import { callOf, differencesOf } from "./reach.js";

/** Whether a variation is within reach of an exchange in which the conformant provider is asked what `ask` asks. */
function touched(overrides: Overrides, ask: (behaviour: ReturnType<typeof watchedBehaviour>) => void): boolean {
  const reach = new ReachRecorder();
  const lane = reach.lane();
  const behaviour = watchedBehaviour((asked) => lane.asked(asked.seam, callOf(asked)));
  lane.enter("scenario");
  ask(behaviour);
  return reach.touches("scenario", differencesOf(overrides));
}

describe("a variation is out of reach of an exchange", () => {
  test("that asks none of its seams", () => {
    expect(touched({ keys: { initialBatch: 1 } }, ({ keys }) => keys.refills(3))).toBe(false);
    expect(touched({ keys: { initialBatch: 1 } }, ({ keys }) => keys.initialBatch)).toBe(true);
  });

  test("where it answers all that is asked like the conformant provider", () => {
    const few: Overrides = { keys: { refills: (left) => left < 5 } };
    expect(touched(few, ({ keys }) => keys.refills(3))).toBe(false);
    expect(touched(few, ({ keys }) => keys.refills(8))).toBe(true);
  });

  test("but not where its answer depends on what it was asked before", () => {
    let asked = 0;
    expect(touched({ keys: { refills: () => asked++ === 0 } }, ({ keys }) => keys.refills(3))).toBe(true);
  });

  test("nor where it throws, or the question or the answer is no plain data", () => {
    const throwing: Overrides = {
      keys: {
        refills: () => {
          throw new RangeError("no");
        },
      },
    };
    expect(touched(throwing, ({ keys }) => keys.refills(3))).toBe(true);
    const same: Overrides = { keys: { acceptBundle: (bundle) => bundle } };
    const bundle = { registrationId: 1, signedPreKey: () => 1 } as never;
    expect(touched(same, ({ keys }) => void keys.acceptBundle(bundle))).toBe(true);
  });
});
