import { describe, expect, test } from "@jest/globals";
import type { CheckResult, Verdict } from "../model/result.js";
import { confirm } from "./confirm.js";
import { latenessOf, secondChances } from "./lateness.js";

function result(verdict: Verdict, code?: string, message = "Why"): CheckResult {
  const cause = code === undefined ? null : { code, message };
  return {
    id: "t/check",
    version: 1,
    requirement: "T-1",
    level: "MUST",
    grade: "published",
    verdict,
    durationMs: 1,
    cause,
    findings: [],
    hint: "",
    scenario: "t",
    reached: [],
  };
}

const pass = [result("pass")];
const unreached = [result("could-not-run", "not-reached")];
const silent = (method: string): readonly CheckResult[] => [
  result("could-not-run", "driver-silent", `No answer to ${method}`),
];

test.each(["declared-not-offered", "connect-failed", "needs-timing", "harness-fault", "journal-overflow"])(
  "%s is no lateness",
  (code) => expect(latenessOf(result("could-not-run", code))).toBeUndefined(),
);

test("what was judged is not late", () => {
  expect(latenessOf(result("fail", "driver-silent"))).toBeUndefined();
  expect(latenessOf(result("pass"))).toBeUndefined();
});

describe("second chances", () => {
  function hasAfter(first: readonly CheckResult[], seconds: readonly (readonly CheckResult[])[]): boolean {
    const chances = secondChances();
    for (const second of seconds) chances.learn(first, second);
    return first.some((each) => chances.has(each));
  }

  test("end for a call that was not answered twice, and for this call only", () => {
    const chances = secondChances();
    chances.learn(silent("user.connect"), silent("user.connect"));
    expect(silent("user.connect").some(chances.has)).toBe(false);
    expect(silent("message.send").some(chances.has)).toBe(true);
  });

  test("end for exchanges that come to nothing when three in a row did so twice", () => {
    expect(hasAfter(unreached, [unreached, unreached])).toBe(true);
    expect(hasAfter(unreached, [unreached, unreached, unreached])).toBe(false);
    expect(hasAfter(unreached, [unreached, unreached, pass, unreached])).toBe(true);
  });

  test("stay while they help, whatever is found then", () => {
    expect(hasAfter(silent("user.connect"), [pass, [result("fail")]])).toBe(true);
  });
});

describe("what came too late", () => {
  const first = silent("user.connect");

  test.each(["pass", "fail", "warn"] as const)("has the verdict of the second drive: %s", (verdict) => {
    const finding = { what: "w", expected: "e", actual: "a", at: "frame 9" };
    const second = { ...result(verdict), findings: verdict === "pass" ? [] : [finding], reached: [9] };
    expect(confirm(first, [second])).toEqual([
      {
        ...second,
        scenario: "t#2",
        durationMs: 2,
        cause: {
          code: "second-drive",
          message:
            "Could not run at first (No answer to user.connect); judged when the same exchange was driven again, in scenario t#2",
        },
      },
    ]);
  });

  test("could not run where the second drive says nothing, and what else could not run is left alone", () => {
    expect(confirm(first, [result("could-not-run", "connect-failed")])).toEqual(first);
    const refused = [result("could-not-run", "connect-failed")];
    expect(confirm(refused, pass)).toEqual(refused);
  });
});
