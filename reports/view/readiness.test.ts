import { describe, expect, it } from "@jest/globals";
import type { CheckResult, Verdict } from "../../harness/model/result.js";
import { sampleInput, sampleResult } from "../testing/sample-run.js";
import { readinessOf } from "./readiness.js";

function first<Member>(list: readonly Member[]): Member {
  const [member] = list;
  if (member === undefined) throw new Error("The sample is empty");
  return member;
}

const check = first(sampleResult.checks);
const requirement = { ...first(sampleInput.requirements), checks: ["m1-identity/a", "m1-identity/b"] };

function judged(...verdicts: readonly Verdict[]): ReturnType<typeof readinessOf> {
  const checks: readonly CheckResult[] = verdicts.map((verdict, index) => ({
    ...check,
    id: requirement.checks[index] ?? "",
    verdict,
    cause: verdict === "could-not-run" ? { code: "x", message: "No time" } : null,
  }));
  return readinessOf({ ...sampleResult, checks, summary: { ...sampleResult.summary, outcome: "passed" } }, [
    requirement,
  ]);
}

function standing(...verdicts: readonly Verdict[]): unknown {
  return judged(...verdicts).milestones[0]?.requirements[0]?.standing;
}

describe("the standing of a requirement", () => {
  it("is that of its worst check", () => {
    expect(standing("pass", "pass")).toBe("met");
    expect(standing("pass", "not-applicable")).toBe("met");
    expect(standing("not-applicable", "not-applicable")).toBe("idle");
    expect(standing("pass", "warn")).toBe("doubtful");
    expect(standing("warn", "could-not-run")).toBe("unproven");
    expect(standing("pass", "review")).toBe("unproven");
    expect(standing("could-not-run", "fail")).toBe("unmet");
    expect(standing("pass", "unstable")).toBe("unmet");
    expect(standing()).toBe("unselected");
  });
});

describe("readiness", () => {
  it("needs every required rule to be proven by a whole run", () => {
    expect(judged("pass", "pass")).toMatchObject({ ready: true, notSelected: 0 });
    expect(judged("pass")).toMatchObject({ ready: false, notSelected: 1 });
    expect(judged("pass").sentence).toContain("1 check of 2");
    expect(judged("pass", "could-not-run").sentence).toContain("Incomplete");
    expect(judged("pass", "fail").sentence).toContain("Not ready: 1 required rule is not met");
  });

  it("names the milestones that nothing is known about", () => {
    expect(judged("pass", "pass").milestones.map(({ id, requirements }) => [id, requirements.length])).toEqual([
      ["M1", 1],
      ["M2", 0],
      ["M3", 0],
      ["M4", 0],
      ["M5", 0],
      ["M6", 0],
    ]);
  });
});
