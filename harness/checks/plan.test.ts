import { describe, expect, test } from "@jest/globals";
import { type Check, check } from "./check.js";
import { selectChecks } from "./plan.js";

function named(id: string, requirement: string): Check {
  return check(id, {
    requirement,
    drive: async () => undefined,
    reached: () => undefined,
    judge: () => undefined,
    hint: "",
    mutants: {},
  });
}

const checks = [
  named("m1-identity/key-form", "M1-02"),
  named("m1-identity/token-size", "M1-07"),
  named("m2-channel/header", "M2-01"),
  named("m2-channel/deep/header", "M2-01"),
];
const select = (...selectors: string[]): readonly string[] => selectChecks(checks, selectors).map((found) => found.id);

describe("selectChecks", () => {
  test.each([
    [[], ["m1-identity/key-form", "m1-identity/token-size", "m2-channel/header", "m2-channel/deep/header"]],
    [["m2-channel/header"], ["m2-channel/header"]],
    [["m1-identity"], ["m1-identity/key-form", "m1-identity/token-size"]],
    [["m1-identity/"], ["m1-identity/key-form", "m1-identity/token-size"]],
    [["m2-channel/*"], ["m2-channel/header"]],
    [["m2-channel/**"], ["m2-channel/header", "m2-channel/deep/header"]],
    [["m2-01"], ["m2-channel/header", "m2-channel/deep/header"]],
    [
      ["M1-07", "m1-identity/key-form"],
      ["m1-identity/key-form", "m1-identity/token-size"],
    ],
  ])("%j", (selectors, ids) => expect(select(...selectors)).toEqual(ids));

  test("a selector that fits nothing is an error that guesses what was meant", () => {
    expect(() => select("m2-channel/heder")).toThrow(/"m2-channel\/heder".*did you mean "m2-channel\/header"/);
    expect(() => select("m2.channel*")).toThrow(/fits/);
  });
});
