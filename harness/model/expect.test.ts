import { describe, expect, test } from "@jest/globals";
import { collectFindings, type Expectation } from "./expect.js";

function outcome(actual: unknown, matcher: (that: Expectation<unknown>) => boolean): string {
  const { expect: that, findings } = collectFindings();
  const held = matcher(that("x", actual));
  const [finding] = findings;
  if (held !== (finding === undefined)) return "the answer and the findings disagree";
  return finding === undefined ? "held" : `${finding.expected} | ${finding.actual}`;
}

describe("expectations", () => {
  const bytes = Uint8Array.of(1, 2);
  test.each<[string, unknown, (that: Expectation<unknown>) => boolean, string]>([
    ["is", 1, (that) => that.is(1), "held"],
    ["is", 1, (that) => that.is(2), "2 | 1"],
    ["isNot", "a", (that) => that.isNot("a"), "anything but a | a"],
    ["isOneOf", "c", (that) => that.isOneOf(["a", "b"]), "one of a, b | c"],
    ["isPresent", undefined, (that) => that.isPresent(), "present | absent"],
    ["isAbsent", 4, (that) => that.isAbsent(), "absent | 4"],
    ["isEmpty", ["q"], (that) => that.isEmpty(), 'none | ["q"]'],
    ["isEmpty on what has no length", 3, (that) => that.isEmpty(), "none | 3"],
    ["isNotEmpty", [], (that) => that.isNotEmpty(), "at least one | none"],
    ["isAtLeast", 1, (that) => that.isAtLeast(2), "at least 2 | 1"],
    ["isAtLeast on what is no number", "9", (that) => that.isAtLeast(2), "at least 2 | 9"],
    ["isAtMost", 3, (that) => that.isAtMost(2), "at most 2 | 3"],
    ["isAtMost on nothing", undefined, (that) => that.isAtMost(2), "at most 2 | absent"],
    ["matches", "abc", (that) => that.matches(/^b/), "text matching /^b/ | abc"],
    ["isUnique", [1, 2, 1], (that) => that.isUnique(), "all different | repeated: 1"],
    ["isUnique on no list", 1, (that) => that.isUnique(), "all different | repeated: 1 (not a list)"],
    ["sameBytesAs", bytes, (that) => that.sameBytesAs(Uint8Array.of(1, 3)), "bytes 0103 | bytes 0102"],
    ["sameBytesAs", bytes, (that) => that.sameBytesAs(Uint8Array.of(1, 2)), "held"],
  ])("%s of %j", (_name, actual, matcher, wanted) => expect(outcome(actual, matcher)).toBe(wanted));

  test("cites the frame and shortens what a provider made long", () => {
    const { expect: that, findings } = collectFindings();
    that("text", "y".repeat(10_000), {
      seq: 12,
      at: 0,
      scenario: "s",
      by: "provider",
      kind: "clock",
      advancedMs: 0,
    }).is("z");
    expect(findings[0]?.at).toBe("frame 12");
    expect(findings[0]?.actual.length).toBeLessThan(210);
  });
});
