import { describe, expect, test } from "@jest/globals";
import type { Pressure } from "../../core/pressure.js";
import type { CheckResult, Verdict } from "../model/result.js";
import type { TraceEntry } from "../model/trace.js";
import { inViewOf, isInBytes } from "./busy-machine.js";

const calm: Pressure = { lateMs: 12, stalled: 0.2 };
const busy: Pressure = { lateMs: 180, stalled: 0.97 };
const late: Pressure = { lateMs: 1800, stalled: 0.97 };
const finding = { what: "pings", expected: "at least 2", actual: "1", at: "frame 9" };

function result(verdict: Verdict, code?: string): CheckResult {
  return {
    id: "t/check",
    version: 1,
    requirement: "T-1",
    level: "MUST",
    grade: "published",
    verdict,
    durationMs: 1,
    cause: code === undefined ? null : { code, message: "No answer to user.connect" },
    findings: verdict === "fail" ? [finding] : [],
    hint: "",
    scenario: "t",
    reached: verdict === "could-not-run" ? [] : [3],
  };
}

interface Circumstances {
  readonly pressure: Pressure;
  readonly again?: boolean;
  readonly timeBound?: string;
}

function seen(judged: CheckResult, { pressure, again = false, timeBound }: Circumstances): CheckResult {
  return inViewOf(pressure, { timeBound }, judged, again);
}

test("on a calm machine every verdict stands, also that of a check that rests on time", () => {
  for (const judged of [result("pass"), result("fail"), result("could-not-run", "not-reached")]) {
    expect(seen(judged, { pressure: calm, timeBound: "at once" })).toBe(judged);
  }
});

test("what passes on a busy machine has passed", () => {
  for (const verdict of ["pass", "not-applicable", "unstable", "review"] as const) {
    const judged = result(verdict);
    expect(seen(judged, { pressure: late, timeBound: "at once" })).toBe(judged);
  }
});

test("a failure on a busy machine could not run, and says what was measured and found", () => {
  expect(seen(result("fail"), { pressure: late })).toMatchObject({
    verdict: "could-not-run",
    findings: [],
    reached: [],
    cause: {
      code: "machine-busy",
      message:
        "This machine was too busy (event loop late by 1.8 s, tasks waited for a processor 97 % of the time), so this decides nothing: pings: expected at least 2, found 1",
    },
  });
  expect(seen(result("warn"), { pressure: { lateMs: 0, load: 6 } }).cause?.message).toContain(
    "6.0 runnable tasks for each processor",
  );
});

describe("a failure of the retry", () => {
  test("stands on a busy machine where the check declares no time bound", () => {
    const judged = result("fail");
    expect(seen(judged, { pressure: busy, again: true })).toBe(judged);
  });

  test.each([
    ["the check declares a time bound", { pressure: busy, timeBound: "at once" }],
    ["the machine hardly went on", { pressure: late }],
  ])("does not stand where %s", (_, circumstances) => {
    expect(seen(result("fail"), { ...circumstances, again: true }).cause?.code).toBe("machine-busy");
  });
});

test.each(["not-reached", "driver-silent", "user-unanswered", "scenario-too-long", "connect-failed"])(
  "could not run on a busy machine: %s may be its doing",
  (code) => {
    const { cause } = seen(result("could-not-run", code), { pressure: busy, again: true });
    expect(cause).toMatchObject({
      code: "machine-busy",
      message: expect.stringContaining("No answer to user.connect"),
    });
  },
);

test.each(["declared-not-offered", "harness-fault", "needs-timing", "journal-overflow"])(
  "no machine brings about %s",
  (code) => {
    const judged = result("could-not-run", code);
    expect(seen(judged, { pressure: late })).toBe(judged);
  },
);

test("a failure without evidence, such as a missing capability, does not depend on the machine", () => {
  const judged = { ...result("fail"), reached: [] };
  expect(seen(judged, { pressure: late })).toBe(judged);
});

test("what the harness found in the provider's bytes is no doing of the machine", () => {
  const at = { at: 1, scenario: "t", by: "provider" } as const;
  const entries: readonly TraceEntry[] = [
    { ...at, seq: 7, kind: "handshake", connection: "c1", message: "failed", fields: { code: "decrypt-failed" } },
    { ...at, seq: 8, kind: "handshake", connection: "c2", message: "failed", fields: { code: "handshake-timeout" } },
  ];
  expect(isInBytes({ code: "decrypt-failed", message: "", entry: 7 }, entries)).toBe(true);
  expect(isInBytes({ code: "handshake-timeout", message: "", entry: 8 }, entries)).toBe(false);
  expect(isInBytes({ code: "decrypt-failed", message: "" }, entries)).toBe(false);
  expect(isInBytes(null, entries)).toBe(false);
});
