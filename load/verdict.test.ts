import { describe, expect, test } from "@jest/globals";
import { type Count, type Figures, Recorder } from "./figures.js";
import { readMix } from "./mix.js";
import { readThreshold, type Threshold, withUsual } from "./thresholds.js";
import { judge } from "./verdict.js";

const none: Readonly<Record<Count, number>> = {
  offered: 0,
  dropped: 0,
  taken: 0,
  shown: 0,
  lost: 0,
  twice: 0,
  reordered: 0,
  foreign: 0,
  unreceipted: 0,
  retries: 0,
  violations: 0,
  errors: 0,
};

/** A load of a hundred messages that took 1 to 100 ms. */
function figures(counted: Partial<Record<Count, number>> = {}, lagMs = 1): Figures {
  const recorder = new Recorder();
  for (let ms = 1; ms <= 100; ms++) {
    recorder.record("deliver", ms);
    recorder.record("lag", lagMs);
  }
  return { latencies: recorder.summaries(), counts: { ...none, offered: 100, taken: 100, shown: 100, ...counted } };
}

function thresholds(...texts: readonly string[]): readonly Threshold[] {
  return texts.map((text) => {
    const read = readThreshold(text);
    if (typeof read === "string") throw new Error(read);
    return read;
  });
}

function outcome(of: Figures, given: readonly Threshold[] = [], missed = 0): string {
  return judge(of, withUsual(given), { lagMs: 100, planned: 100, missed }).outcome;
}

describe("thresholds", () => {
  test.each([
    ["deliver.p99<500ms", true],
    ["deliver.p50<=51ms", true],
    ["deliver.p50<0.05s", false],
    ["deliver.p99.9 > 0.099s", true],
    ["deliver.count==100", true],
    ["deliver.max<100ms", false],
    ["lost==0", true],
    ["shown>=101", false],
    ["ack.p99<1000s", false],
  ])("%s: %s", (text, held) => {
    const [first] = judge(figures(), thresholds(text), { lagMs: 100, planned: 100, missed: 0 }).thresholds;
    expect(first).toMatchObject({ text, held });
  });

  test.each([
    "",
    "deliver<500ms",
    "deliver.p98<500ms",
    "deliver.p99<500",
    "deliver.p99=500ms",
    "deliver.count<5ms",
    "lost.p99==0",
    "lost<1ms",
    "lots==0",
    "constructor==0",
    "deliver.constructor<1ms",
    "lost==-1",
    "lost==1e3",
  ])("refuses %p, and says what is wanted", (text) => {
    expect(readThreshold(text)).toMatch(/^found ".*, wanted /);
  });

  test("of the user replace the usual one about the same figure", () => {
    const texts = withUsual(thresholds("errors<5")).map(({ text }) => text);
    expect(texts).toContain("errors<5");
    expect(texts).not.toContain("errors==0");
    expect(texts).toContain("lost==0");
  });
});

describe("the verdict", () => {
  test("passes a load in which everything arrived", () => {
    expect(outcome(figures())).toBe("passed");
  });

  test.each(["lost", "twice", "reordered", "foreign", "unreceipted", "violations", "errors"] as const)(
    "fails one with a message that is counted as %s",
    (name) => {
      expect(outcome(figures({ [name]: 1 }))).toBe("failed");
    },
  );

  test("is never a failure when the harness itself was late, dropped messages, or missed entries", () => {
    expect(outcome(figures({ lost: 1 }, 101))).toBe("could-not-run");
    expect(outcome(figures({ lost: 1, dropped: 2 }))).toBe("could-not-run");
    expect(outcome(figures({ lost: 1, dropped: 1 }))).toBe("failed");
    expect(outcome(figures({ lost: 1 }), [], 1)).toBe("could-not-run");
    expect(outcome(figures({ offered: 99 }))).toBe("could-not-run");
  });

  test("is never a pass when nothing was sent", () => {
    expect(outcome(figures({ taken: 0, shown: 0 }))).toBe("could-not-run");
  });
});

describe("the mix", () => {
  test("is read, and refused in words", () => {
    expect(readMix("texts-in=1,texts-out=3")).toEqual({ "texts-in": 1, "texts-out": 3 });
    expect(readMix("texts-in=5")).toEqual({ "texts-in": 5, "texts-out": 0 });
    expect(readMix("calls=1")).toBe('found "calls", wanted one of texts-in, texts-out');
    expect(readMix("texts-in")).toMatch(/^found "texts-in", wanted texts-in= /);
    expect(readMix("texts-in=0")).toBe("found no weight above 0");
    expect(readMix("toString=1")).toMatch(/^found "toString"/);
  });
});
