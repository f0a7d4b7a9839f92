import { describe, expect, test } from "@jest/globals";
import type { CheckResult, Verdict } from "../model/result.js";
import { decide, retryPolicy } from "./retry-policy.js";

/** One that has evidence when it was judged. */
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
    reached: verdict === "could-not-run" ? [] : [3],
  };
}

const pass = [result("pass")];
const unreached = [result("could-not-run", "not-reached")];
const silent = (method: string): readonly CheckResult[] => [
  result("could-not-run", "driver-silent", `No answer to ${method}`),
];

describe("what is retried", () => {
  const grants = (...first: readonly CheckResult[]): boolean => retryPolicy().grants(first);

  test.each([
    "declared-not-offered",
    "enlistment-rejected",
    "needs-timing",
    "harness-fault",
    "journal-overflow",
    "constructor",
  ])("not %s, which would end in the same way", (code) => expect(grants(result("could-not-run", code))).toBe(false));

  test("a failure that has evidence", () => {
    expect(grants(result("fail"))).toBe(true);
    expect(grants(result("warn"))).toBe(true);
    expect(grants({ ...result("fail"), reached: [] })).toBe(false);
  });

  test("not what passed or does not apply", () => {
    expect(grants(result("pass", "driver-silent"), result("not-applicable", "not-declared"))).toBe(false);
  });

  test("a scenario, if one of its checks is worth it", () => {
    expect(grants(result("pass"), result("could-not-run", "enlistment-rejected"), ...unreached)).toBe(true);
  });
});

describe("a run learns from its retries", () => {
  function grantsAfter(first: readonly CheckResult[], seconds: readonly (readonly CheckResult[])[]): boolean {
    const policy = retryPolicy();
    for (const second of seconds) policy.learn(first, second);
    return policy.grants(first);
  }

  test("a call that was not answered twice is not retried any more; another call is", () => {
    const policy = retryPolicy();
    policy.learn(silent("user.connect"), silent("user.connect"));
    expect(policy.grants(silent("user.connect"))).toBe(false);
    expect(policy.grants(silent("message.send"))).toBe(true);
  });

  test("three retries in a row that reached nothing are enough", () => {
    expect(grantsAfter(unreached, [unreached, unreached])).toBe(true);
    expect(grantsAfter(unreached, [unreached, unreached, unreached])).toBe(false);
    expect(grantsAfter(unreached, [unreached, unreached, pass, unreached])).toBe(true);
  });

  test("a retry helped whatever verdict it gave", () => {
    expect(grantsAfter(silent("user.connect"), [pass, [result("fail")]])).toBe(true);
  });

  test("a failure is confirmed as often as it happens", () => {
    const failed = [result("fail")];
    expect(grantsAfter(failed, [failed, failed, failed, failed])).toBe(true);
  });
});

test.each([
  ["failures", result("fail"), 100],
  ["calls without an answer", result("could-not-run", "driver-silent"), 20],
  ["scenarios that take too long", result("could-not-run", "scenario-too-long"), 10],
  ["users that get no answer", result("could-not-run", "user-unanswered"), 20],
  ["connections that failed", result("could-not-run", "connect-failed"), 10],
  ["checks without evidence", result("could-not-run", "not-reached"), 30],
] as const)("the number of retries in one run is limited: %s", (_, first, limit) => {
  const policy = retryPolicy();
  let granted = 0;
  while (granted <= limit && policy.grants([first, first])) granted++;
  expect(granted).toBe(limit);
});

describe("the results in view of a retry", () => {
  test("failed twice is failed, with the findings of the first run", () => {
    const first = [result("fail")];
    for (const second of ["fail", "could-not-run"] as const) expect(decide(first, [result(second)])).toEqual(first);
  });

  test("failed once and passed once is unstable, with the evidence of both", () => {
    const message = "Failed in scenario t, passed on a retry, in scenario t#2";
    expect(decide([result("warn")], [{ ...result("pass"), reached: [9] }])).toEqual([
      { ...result("unstable"), durationMs: 2, cause: { code: "unstable", message }, reached: [3, 9] },
    ]);
  });

  test.each(["pass", "fail", "warn"] as const)(
    "what the first run could not judge, the retry decides: %s",
    (verdict) => {
      const finding = { what: "w", expected: "e", actual: "a", at: "frame 9" };
      const second = { ...result(verdict), findings: verdict === "pass" ? [] : [finding], reached: [9] };
      const message =
        "Decided on a retry: scenario t#2 has the evidence; the first run could not be judged (No answer to user.connect)";
      expect(decide(silent("user.connect"), [second])).toEqual([
        { ...second, scenario: "t#2", durationMs: 2, cause: { code: "retried", message } },
      ]);
    },
  );

  test("a retry that decides nothing changes nothing, nor does one that was made for another check", () => {
    const first = silent("user.connect");
    expect(decide(first, [result("could-not-run", "connect-failed")])).toEqual(first);
    const refused = [result("could-not-run", "enlistment-rejected")];
    expect(decide(refused, pass)).toEqual(refused);
    expect(decide(pass, [result("fail")])).toEqual(pass);
  });
});
