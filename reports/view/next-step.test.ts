import { describe, expect, it } from "@jest/globals";
import type { CheckResult, RunResult } from "../../harness/model/result.js";
import { undeclared } from "../../harness/model/result.js";
import { sampleInput, sampleResult } from "../testing/sample-run.js";
import { nextStep } from "./next-step.js";

const [pass] = sampleResult.checks;
if (pass === undefined) throw new Error("The sample is empty");

function after(...checks: readonly Partial<CheckResult>[]): string | undefined {
  const results = checks.map((check): CheckResult => ({ ...pass, ...check }) as CheckResult);
  return nextStep({ ...sampleResult, checks: results }, sampleInput.requirements)?.sentence;
}

function blocked(requirement: string, message: string, code = "unsupported"): Partial<CheckResult> {
  return { requirement, verdict: "could-not-run", cause: { code, message } };
}

const finding = { what: "kid", expected: "string", actual: "undefined", at: "frame 2" };

describe("nextStep", () => {
  it("is nothing when nothing required is open", () => {
    expect(after({}, { ...blocked("M1-02", "x"), level: "SHOULD" })).toBeUndefined();
  });

  it("asks for nothing but another run where only this machine was too busy", () => {
    const busy = blocked("M2-01", "This machine was too busy", "machine-busy");
    expect(after({}, busy, busy)).toBe(
      "Next: run again with --only-failed when this machine is less busy (2 required checks wait for this)",
    );
    expect(after(busy, blocked("M3-01", "No message.send"))).toMatch(/^Next, in M3: No message.send/);
  });

  it("begins with the first milestone that has something open", () => {
    expect(after({ requirement: "M2-01", verdict: "fail" }, blocked("M1-02", "No user.enlist"))).toMatch(
      /^Next, in M1: No user.enlist/,
    );
  });

  it("puts what failed before what waits, and counts what waits in all milestones", () => {
    const waits = [blocked("M1-02", "Rejected"), blocked("M2-02", "Rejected")];
    expect(after(...waits)).toBe("Next, in M1: Rejected (2 required checks wait for this)");
    expect(after(...waits, { verdict: "fail", findings: [finding] })).toMatch(
      /^Next, in M1: fix what m1-identity\/key-form found \(M1-01\)$/,
    );
  });

  it("gives the rule, what was expected and found, where, and what to do", () => {
    const results = [{ ...pass, verdict: "fail", findings: [finding] }] as readonly CheckResult[];
    const next = nextStep({ ...sampleResult, checks: results }, sampleInput.requirements);
    expect(next?.details.map(({ name }) => name)).toEqual(["rule", "what", "expected", "found", "at", "do"]);
  });

  it("ends what to do at the end of a sentence", () => {
    const sentence = `${"Read the guide ".repeat(10)}first.`;
    for (const hint of [`${sentence} ${sentence}`, `${"Read on ".repeat(60)}.`]) {
      const results = [{ ...pass, verdict: "fail", findings: [finding], hint }] as readonly CheckResult[];
      const details = nextStep({ ...sampleResult, checks: results }, sampleInput.requirements)?.details;
      expect(details?.find(({ name }) => name === "do")?.text).toMatch(/\.$/);
    }
  });

  it("leads to the check that failed for what the others wait for, and puts the harness's words before the driver's", () => {
    const cause = {
      code: "wrong-audience",
      message: "aud is wrong",
      entry: 7,
      said: { code: "x", message: "bad token" },
    };
    const results = [
      {
        ...pass,
        requirement: "M1-02",
        verdict: "could-not-run",
        cause: { ...cause, message: "aud is wrong too", entry: 9 },
      },
      { ...pass, requirement: "M2-01", verdict: "fail", findings: [finding], cause },
    ] as readonly CheckResult[];
    const next = nextStep({ ...sampleResult, checks: results }, sampleInput.requirements);
    expect(next?.sentence).toContain("(M2-01; 1 required check waits for this)");
    const said = next?.details.filter(({ name }) => name === "cause" || name === "at" || name === "driver");
    expect(said?.map(({ text }) => text)).toEqual(["aud is wrong", "frame 7", "bad token"]);
  });

  it("takes the cause that holds back most", () => {
    expect(after(blocked("M2-01", "A"), blocked("M2-02", "B"), blocked("M3-01", "B"))).toContain("B (2 required");
  });

  it("speaks of capabilities only when nothing else is left of the milestone", () => {
    const lacks = { requirement: "M2-33", verdict: "fail", findings: [undeclared("text")] } as const;
    expect(after(lacks, blocked("M2-01", "Cannot connect"))).toContain("Cannot connect");
    expect(after(lacks, { ...lacks, requirement: "M3-01" })).toBe(
      'Next, in M2: implement the capability "text" and declare it (2 required checks wait for this)',
    );
  });

  it("lets shortened times and TLS wait for the milestones that can do without", () => {
    const tls = blocked("M1-20", "No https", "http-without-tls");
    expect(after(tls, blocked("M2-01", "Cannot connect"))).toMatch(/^Next, in M2: Cannot connect/);
    expect(after(tls)).toBe("Next, in M1: No https (1 required check waits for this)");
  });

  it("sends those whose driver does not work to the doctor", () => {
    const result: RunResult = { ...sampleResult, summary: { ...sampleResult.summary, outcome: "environment" } };
    expect(nextStep(result, [])?.sentence).toContain("interop doctor");
  });

  it("asks for the rest of a run that was stopped", () => {
    const cause = { code: "interrupted", message: "The run was interrupted" };
    expect(nextStep({ ...sampleResult, cause }, [])?.sentence).toContain("run again");
  });
});
