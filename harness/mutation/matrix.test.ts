import { describe, expect, test } from "@jest/globals";
import { type Check, check } from "../checks/check.js";
import type { RunResult, Verdict } from "../model/result.js";
import {
  afterRetry,
  judgesOf,
  type MatrixRow,
  matrixRow,
  mismatches,
  type ProviderVariant,
  survived,
} from "./matrix.js";

function checkOf(
  id: string,
  over: Partial<Pick<Check, "mutants" | "lawful" | "needs">> & { readonly heavy?: true; readonly slow?: string } = {},
): Check {
  const judged = check(id, {
    requirement: "T-1",
    drive: async () => undefined,
    reached: (trace) => trace.of("clock"),
    judge: () => undefined,
    hint: "",
    mutants: over.mutants ?? {},
    lawful: over.lawful ?? [],
  });
  const { heavy, slow } = over;
  const scenario = { ...judged.scenario, ...(heavy && { heavy }), ...(slow !== undefined && { slow }) };
  return { ...judged, needs: over.needs ?? [], scenario };
}

const judged = checkOf("t/judged", { mutants: { broken: "answer" }, lawful: ["odd", "lacking"] });

/** The row of a variant whose only check, `judged`, has this verdict, with a finding of this name. */
function rowOf(id: string, verdict: Verdict, what?: string): MatrixRow {
  const findings = what === undefined ? [] : [{ what, expected: "", actual: "", at: "" }];
  const variant: ProviderVariant = { kind: id === "odd" ? "lawful" : "mutant", id };
  const checks = [{ id: "t/judged", verdict, findings, cause: null }];
  // Only what a row is made from.
  return matrixRow(variant, [judged], { run: { durationMs: 5 }, checks } as unknown as RunResult);
}

const expected = (row: MatrixRow): readonly string[] => row.mismatches.map((mismatch) => mismatch.expected);

describe("the checks that a variant is run against", () => {
  const checks = [
    checkOf("t/named", { mutants: { m: "x" }, needs: ["timing"] }),
    checkOf("t/asks"),
    checkOf("t/other"),
    checkOf("t/timed", { needs: ["timing"] }),
    checkOf("t/heavy", { heavy: true }),
    checkOf("t/slow", { slow: "it counts" }),
  ];
  const all = new Set(checks.map(({ id }) => id));
  const ids = (variant: ProviderVariant, canChange: ReadonlySet<string>) =>
    judgesOf(variant, checks, canChange).map(({ id }) => id);

  test("are those that name it", () => {
    expect(ids({ kind: "mutant", id: "m" }, new Set())).toEqual(["t/named"]);
    expect(ids({ kind: "mutant", id: "unknown" }, new Set())).toEqual([]);
  });

  test("and those whose scenario it can change; not if this takes long", () => {
    expect(ids({ kind: "mutant", id: "m" }, new Set(["t/asks"]))).toEqual(["t/named", "t/asks"]);
    expect(ids({ kind: "mutant", id: "m" }, all)).toEqual(["t/named", "t/asks", "t/other"]);
  });

  test("a lawful variant meets checks of real time too", () => {
    expect(ids({ kind: "lawful", id: "l" }, all)).toEqual(["t/named", "t/asks", "t/other", "t/timed"]);
  });
});

describe("a mismatch", () => {
  test("is a mutant that the check which names it does not kill for that reason", () => {
    expect(expected(rowOf("broken", "fail", "answer"))).toEqual([]);
    expect(expected(rowOf("broken", "fail", "another"))).toEqual(['killed for "answer"']);
    expect(expected(rowOf("broken", "could-not-run"))).toEqual(['killed for "answer"']);
  });

  test("is a failure at a check that does not name the mutant; the check need not run", () => {
    expect(expected(rowOf("stranger", "could-not-run"))).toEqual([]);
    expect(expected(rowOf("stranger", "warn", "answer"))).toEqual(["no failure"]);
  });

  test("is no failure elsewhere that is explained as the failure of a check that names the mutant is", () => {
    const elsewhere = checkOf("t/elsewhere");
    const mismatched = (cause: string | null): readonly string[] => {
      const failure = (id: string, code: string | null) => ({
        id,
        verdict: "fail",
        findings: [{ what: "answer", expected: "", actual: "", at: "" }],
        cause: code === null ? null : { code, message: "" },
      });
      // Only what is compared.
      const run = { checks: [failure("t/judged", "bad-mac"), failure("t/elsewhere", cause)] } as unknown as RunResult;
      return mismatches({ kind: "mutant", id: "broken" }, [judged, elsewhere], run).map(({ check: id }) => id);
    };
    expect(mismatched("bad-mac")).toEqual([]);
    expect(mismatched("no-session")).toEqual(["t/elsewhere"]);
    expect(mismatched(null)).toEqual(["t/elsewhere"]);
  });

  test("is a lawful variant that does not pass, or a mutant where it is named as lawful", () => {
    for (const id of ["odd", "lacking"]) {
      expect(expected(rowOf(id, "pass"))).toEqual([]);
      expect(expected(rowOf(id, "not-applicable"))).toEqual([]);
      expect(expected(rowOf(id, "could-not-run"))).toEqual(["pass"]);
      expect(expected(rowOf(id, "warn", "answer"))).toEqual(["pass"]);
    }
  });
});

describe("a retry", () => {
  const first: MatrixRow = {
    ...rowOf("m", "pass"),
    kills: [
      { check: "t/a", reasons: ["x"] },
      { check: "t/b", reasons: ["y"] },
    ],
    mismatches: [{ variant: "m", check: "t/b", expected: "no failure", found: "fail: y" }],
  };

  test("decides the checks that mismatched, and says which of them are flaky", () => {
    expect(afterRetry(first, rowOf("m", "pass"))).toMatchObject({
      ms: 10,
      kills: [{ check: "t/a" }],
      mismatches: [],
      flaky: ["t/b"],
    });
  });

  test("leaves checks flaky that an earlier retry has found so", () => {
    expect(afterRetry({ ...first, flaky: ["t/c"] }, rowOf("m", "pass")).flaky).toEqual(["t/c", "t/b"]);
  });

  test("decides nothing about the checks that it ran only to compare with", () => {
    const again = {
      ...rowOf("m", "pass"),
      kills: first.kills,
      mismatches: [{ variant: "m", check: "t/a", expected: "no failure", found: "fail" }],
    };
    expect(afterRetry(first, again)).toMatchObject({ kills: first.kills, mismatches: [] });
  });

  test("confirms a mismatch", () => {
    const again = { ...rowOf("m", "pass"), kills: first.kills.slice(1), mismatches: first.mismatches };
    expect(afterRetry(first, again)).toMatchObject({ kills: first.kills, mismatches: first.mismatches, flaky: [] });
  });
});

test("a mutant survives if no check kills it; not a variant that must pass where it was run", () => {
  const rows = [
    rowOf("broken", "fail", "answer"),
    { ...rowOf("broken", "pass"), id: "tough" },
    rowOf("stranger", "pass"),
    rowOf("lacking", "pass"),
    rowOf("odd", "pass"),
  ];
  expect(survived(rows)).toEqual(["tough", "stranger"]);
});
