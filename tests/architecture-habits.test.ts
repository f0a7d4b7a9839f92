import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { filesBelow, layers, productSources, root, withoutComments } from "./sources.js";

const sources = productSources();

/** Share of the files that must not be longer. */
function percentile(share: number): number {
  const lengths = sources.map(({ text }) => text.split("\n").length - 1).sort((a, b) => a - b);
  return lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
}

describe("file sizes", () => {
  test("half of the files have at most 100 lines, nine of ten at most 250", () => {
    expect(percentile(0.5)).toBeLessThanOrEqual(100);
    expect(percentile(0.9)).toBeLessThanOrEqual(250);
  });

  test("no file has more than 400 lines", () => {
    const long = sources.filter(({ text }) => text.split("\n").length > 401).map(({ path }) => path);
    expect(long).toEqual([]);
  });
});

describe("time and randomness are arguments", () => {
  const ambient =
    /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\bset(?:Timeout|Interval|Immediate)\(|\brandom(?:Bytes|UUID|Int|FillSync)\(|\bgetRandomValues\(/;

  test("only runtime/ reads the machine's clock or random source", () => {
    const found = sources
      .filter(({ layer }) => layer !== "runtime")
      .flatMap(({ path, text }) =>
        withoutComments(text)
          .split("\n")
          .flatMap((line, index) => (ambient.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
      );
    expect(found).toEqual([]);
  });
});

describe("tests are calm on a busy machine", () => {
  const timed = /\bperformance\.now\b|\bDate\.now\b|\bhrtime\b|\bjest\.setTimeout\b|^\s*\}, [\d_]{4,}\);$/;

  test("none reads the clock, and none has a time-out of its own", () => {
    const suites = [...layers, "tests"].flatMap(filesBelow).filter((path) => path.endsWith(".test.ts"));
    expect(suites.length).toBeGreaterThan(100);
    const found = suites.flatMap((path) => {
      const lines = readFileSync(join(root, path), "utf8").split("\n");
      return lines.flatMap((line, index) => (timed.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : []));
    });
    // This one says what it looks for.
    expect(found.filter((line) => !line.startsWith("tests/architecture-habits.test.ts:"))).toEqual([]);
  });
});
