import { describe, expect, it } from "@jest/globals";
import { sampleInput, sampleResult } from "../testing/sample-run.js";
import { renderTeamcity } from "./teamcity.js";

describe("renderTeamcity", () => {
  it("starts and finishes every check once, and fails those that junit.xml fails", () => {
    const text = renderTeamcity(sampleResult, sampleInput.requirements);
    const named = (message: string): readonly string[] =>
      [...text.matchAll(new RegExp(`^##teamcity\\[${message} name='([^']*)'`, "gm"))].map(([, name = ""]) => name);
    const ids = sampleResult.checks.map(({ id }) => id);
    expect([...named("testStarted")].sort()).toEqual([...ids].sort());
    expect(named("testFinished")).toEqual(named("testStarted"));
    const bad = sampleResult.checks.filter(
      ({ verdict, level }) =>
        verdict === "fail" || verdict === "unstable" || (verdict === "could-not-run" && level === "MUST"),
    );
    expect([...named("testFailed")].sort()).toEqual(bad.map(({ id }) => id).sort());
  });

  it("lets no text of a provider end a message or begin another", () => {
    const evil = "x']\n##teamcity[buildStatus text='owned']\n::add-mask::y\u2028é";
    const checks = sampleResult.checks.map((check) => ({
      ...check,
      findings: [{ what: evil, expected: evil, actual: evil, at: "" }],
      cause: check.cause === null ? null : { ...check.cause, message: evil },
    }));
    const text = renderTeamcity({ ...sampleResult, checks }, sampleInput.requirements);
    const line = /^##teamcity\[test\w+(?: \w+='(?:[^|'[\]\n]|\|.)*')*\]$/;
    expect(
      text
        .trimEnd()
        .split("\n")
        .filter((given) => !line.test(given)),
    ).toEqual([]);
    expect(text).toContain("|0x00e9");
  });
});
