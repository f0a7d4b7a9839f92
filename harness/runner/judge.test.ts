import { describe, expect, test } from "@jest/globals";
import type { Profile } from "../../profiles/profile.js";
import { type Check, check } from "../checks/check.js";
import type { Requirement } from "../model/requirement.js";
import type { TraceEntry } from "../model/trace.js";
import { type JudgeInput, judgeCheck } from "./judge.js";

const reset: TraceEntry = { seq: 7, at: 1, scenario: "s", by: "harness", kind: "clock", advancedMs: 3 };
// Judging reads four members of a profile; the rest is not needed to decide.
const session = { engine: "x3dh-v3" };
const channel = { wire: "binary" };
const profile = {
  name: "p",
  version: "1.0.3",
  mandatoryCapabilities: ["text"],
  unjudged: [],
  session,
  channel,
} as unknown as Profile;
const must: Requirement = {
  id: "T-1",
  sentence: "It moves.",
  level: "MUST",
  grade: "published",
  source: "",
  since: "1.0.1",
  checks: [],
};

function clockCheck(needs: readonly string[] = []): Check {
  return check("t/clock", {
    requirement: "T-1",
    needs,
    drive: async () => undefined,
    reached: (trace) => trace.of("clock"),
    judge: ({ expect: that, reached: [entry] }) => void that("advance in ms", entry.advancedMs, entry).is(3),
    hint: "Move.",
    mutants: {},
  });
}

function judge(over: Partial<JudgeInput> = {}): ReturnType<typeof judgeCheck> {
  return judgeCheck({
    check: clockCheck(),
    requirement: must,
    profile,
    capabilities: new Set(),
    entries: [reset],
    blocked: undefined,
    durationMs: 1,
    ...over,
  });
}

describe("judgeCheck", () => {
  test("passes what was reached and held, and cites it", () => {
    expect(judge()).toMatchObject({ verdict: "pass", findings: [], reached: [7], cause: null });
  });

  test("fails with the finding and its frame", () => {
    const result = judge({ entries: [{ ...reset, advancedMs: 4 }] });
    expect(result.verdict).toBe("fail");
    expect(result.findings).toEqual([{ what: "advance in ms", expected: "3", actual: "4", at: "frame 7" }]);
  });

  test("takes no evidence from a call of a method that the driver does not have", () => {
    const call = { ...reset, by: "provider", kind: "driver", call: 4, method: "user.delete" } as const;
    const input = {
      check: check("t/call", {
        requirement: "T-1",
        drive: async () => undefined,
        reached: (trace) => trace.of("driver", ({ part }) => part === "request"),
        judge: ({ expect: that }) => void that("sent", "none").is("one"),
        hint: "",
        mutants: {},
      }),
    };
    const asked: TraceEntry = { ...call, part: "request" };
    const answered = (code: string): TraceEntry => ({ ...call, seq: 8, part: "response", error: { code } });
    expect(judge({ ...input, entries: [asked, answered("busy")] }).verdict).toBe("fail");
    expect(judge({ ...input, entries: [asked, answered("unsupported")] }).verdict).toBe("could-not-run");
  });

  test.each([
    ["SHOULD", "published"],
    ["MUST", "inferred"],
  ] as const)("warns when a %s of grade %s fails", (level, grade) => {
    const result = judge({
      requirement: { ...must, level, grade },
      entries: [{ ...reset, advancedMs: 4 }],
    });
    expect(result.verdict).toBe("warn");
  });

  test("never passes without evidence", () => {
    expect(judge({ entries: [] })).toMatchObject({ verdict: "could-not-run", cause: { code: "not-reached" } });
  });

  test("does not judge a check whose own scenario stopped early, even if there is evidence", () => {
    const blocked = { code: "connect-failed", message: "No." };
    expect(judge({ blocked })).toMatchObject({ verdict: "could-not-run", cause: blocked });
  });

  describe("what the harness gives up itself", () => {
    const end: TraceEntry = { ...reset, seq: 8, kind: "scenario", event: "end" };

    test("at the end of a scenario is no evidence", () => {
      expect(judge({ entries: [end, { ...reset, seq: 9 }] })).toMatchObject({
        verdict: "could-not-run",
        cause: { code: "not-reached" },
      });
    });

    test("because a scenario takes too long fails nothing; what was proven by then passes", () => {
      const blocked = { code: "scenario-too-long", message: "The scenario did not end within 9 ms" };
      const shared = { ...clockCheck(), drivenAlone: false };
      const failing: TraceEntry = { ...reset, advancedMs: 4 };
      expect(judge({ check: shared, blocked, entries: [failing] })).toMatchObject({
        verdict: "could-not-run",
        cause: blocked,
      });
      expect(judge({ check: shared, blocked })).toMatchObject({ verdict: "pass" });
      const failed = { code: "connect-failed", message: "No." };
      expect(judge({ check: shared, blocked: failed, entries: [failing] })).toMatchObject({ verdict: "fail" });
    });

    test("because a scenario takes too long fails what is wrong in the bytes that came", () => {
      const blocked = { code: "scenario-too-long", message: "The scenario did not end within 9 ms" };
      const base = { at: 1, scenario: "s", by: "provider" } as const;
      const broken: TraceEntry = {
        ...base,
        seq: 2,
        kind: "bad-frame",
        connection: "c1",
        code: "bad-mac",
        message: "No.",
        size: 9,
      };
      const shared = check("t/frames", {
        requirement: "T-1",
        drive: async () => undefined,
        reached: (trace) => trace.of("bad-frame"),
        judge: ({ expect: that, reached: [entry] }) => void that("frames that open", 0, entry).is(1),
        hint: "Seal frames.",
        mutants: {},
      });
      expect(judge({ check: { ...shared, drivenAlone: false }, blocked, entries: [broken] })).toMatchObject({
        verdict: "fail",
      });
    });

    test("a request whose answer it did not wait for is no evidence", () => {
      const half = {
        seq: 7,
        at: 1,
        scenario: "s",
        kind: "http",
        exchange: 1,
        server: "push",
        method: "POST",
        url: "https://p.example/push",
        headers: {},
        body: "",
      } as const;
      const asked: TraceEntry = { ...half, by: "harness", part: "request" };
      const answered: TraceEntry = { ...half, seq: 8, by: "provider", part: "response", status: 500 };
      const input = {
        check: check("t/push", {
          requirement: "T-1",
          drive: async () => undefined,
          reached: (trace) => trace.http.server("push").requests.list,
          judge: ({ expect: that, reached: [push], trace }) =>
            void that("status", trace.http.counterpart(push)?.status, push).is(200),
          hint: "",
          mutants: {},
        }),
      };
      expect(judge({ ...input, entries: [asked, answered] }).verdict).toBe("fail");
      expect(judge({ ...input, entries: [asked] })).toMatchObject({ verdict: "could-not-run" });
    });
  });

  test("what is not declared is not applicable, unless the profile makes it mandatory", () => {
    expect(judge({ check: clockCheck(["groups"]) })).toMatchObject({
      verdict: "not-applicable",
      cause: { code: "not-declared" },
    });
    expect(judge({ check: clockCheck(["text"]) })).toMatchObject({
      verdict: "fail",
      findings: [{ what: "capability text" }],
    });
  });

  test("what the profile leaves out is not judged, whatever happened", () => {
    const left = { ...profile, unjudged: [must.id] };
    expect(judge({ profile: left, entries: [{ ...reset, advancedMs: 4 }] })).toMatchObject({
      verdict: "not-applicable",
      cause: { code: "not-in-profile" },
    });
  });

  test("a rule that another version of the document has is not judged, and a version that is not known has all", () => {
    const following = (version: string): ReturnType<typeof judge> => judge({ profile: { ...profile, version } });
    expect(following("1.0.0")).toMatchObject({ verdict: "not-applicable", cause: { code: "other-document" } });
    expect(following("1.0.1")).toMatchObject({ verdict: "pass" });
    expect(following("unknown")).toMatchObject({ verdict: "pass" });
    const changed = { ...must, until: "1.0.2" } as const;
    expect(judge({ requirement: changed }).cause?.message).toContain("from 1.0.1 to 1.0.2, and this run follows 1.0.3");
  });

  test("a check of sessions of another kind is not applicable, whatever the provider did", () => {
    const other: Check = { ...clockCheck(), engines: ["pqxdh-v4"] };
    expect(judge({ check: other })).toMatchObject({ verdict: "not-applicable", cause: { code: "other-engine" } });
    expect(judge({ check: { ...other, engines: ["pqxdh-v4", "x3dh-v3"] } })).toMatchObject({ verdict: "pass" });
  });

  test("a check of stanzas in the other form is not applicable", () => {
    const textual: Check = { ...clockCheck(), wire: "xml" };
    expect(judge({ check: textual })).toMatchObject({ verdict: "not-applicable", cause: { code: "other-wire" } });
    expect(judge({ check: { ...textual, wire: "binary" } })).toMatchObject({ verdict: "pass" });
  });

  test("without shortened times a check of real-time behaviour could not run; it does not pass", () => {
    expect(judge({ check: clockCheck(["timing"]) })).toMatchObject({
      verdict: "could-not-run",
      cause: { code: "needs-timing" },
    });
  });

  test("a slow check is not applicable in a run without --slow", () => {
    const slow = check("t/slow", {
      requirement: "T-1",
      slow: "it counts the grains of sand",
      drive: async () => undefined,
      reached: (trace) => trace.of("clock"),
      judge: ({ expect: that, reached: [entry] }) => void that("advance in ms", entry.advancedMs, entry).is(3),
      hint: "Move.",
      mutants: {},
    });
    expect(judge({ check: slow, entries: [] })).toMatchObject({
      verdict: "not-applicable",
      cause: { code: "needs-slow", message: "Runs only with --slow: it counts the grains of sand" },
    });
    expect(judge({ check: slow })).toMatchObject({ verdict: "pass" });
    const blocked = { code: "connect-failed", message: "No." };
    expect(judge({ check: slow, entries: [], blocked })).toMatchObject({ verdict: "could-not-run", cause: blocked });
  });

  test("a judge that throws is a fault of the harness", () => {
    const broken: Check = {
      ...clockCheck(),
      judge: () => {
        throw new RangeError("oops");
      },
    };
    expect(judge({ check: broken })).toMatchObject({ verdict: "could-not-run", cause: { code: "harness-fault" } });
  });
});
