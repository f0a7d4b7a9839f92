import { describe, expect, test } from "@jest/globals";
import { check } from "../checks/check.js";
import type { CheckResult, RunResult, Verdict } from "../model/result.js";
import { surprises } from "./surprises.js";

const judged = check("t/judged", {
  requirement: "T-1",
  drive: async () => undefined,
  reached: (trace) => trace.of("clock"),
  judge: () => undefined,
  hint: "",
  mutants: { broken: "answer" },
  lawful: ["odd", "lacking"],
});

/** What a specimen gets to hear for this verdict, with a finding of this name. */
function found(id: string, verdict: Verdict, what?: string): string | undefined {
  const findings = what === undefined ? [] : [{ what, expected: "", actual: "", at: null }];
  const result = { id: "t/judged", verdict, findings, cause: null } as unknown as CheckResult;
  const kind = id === "odd" ? "lawful" : "mutant";
  return surprises({ kind, id }, [judged], { checks: [result] } as unknown as RunResult)[0]?.wanted;
}

describe("surprises", () => {
  test("a mutant dies where a check names it, for that reason", () => {
    expect(found("broken", "fail", "answer")).toBeUndefined();
    expect(found("broken", "fail", "another")).toBe('death for "answer"');
    expect(found("broken", "could-not-run")).toBe('death for "answer"');
  });

  test("a mutant that no check names there may keep it from running, and not fail", () => {
    expect(found("stranger", "could-not-run")).toBeUndefined();
    expect(found("stranger", "warn", "answer")).toBe("no failure");
  });

  test("a lawful variant passes, and so does a mutant where it is named as lawful", () => {
    for (const id of ["odd", "lacking"]) {
      expect(found(id, "pass")).toBeUndefined();
      expect(found(id, "not-applicable")).toBeUndefined();
      expect(found(id, "could-not-run")).toBe("pass");
      expect(found(id, "warn", "answer")).toBe("pass");
    }
  });
});
