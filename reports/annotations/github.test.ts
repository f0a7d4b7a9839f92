import { describe, expect, it } from "@jest/globals";
import { sampleInput, sampleResult } from "../testing/sample-run.js";
import { renderGithubAnnotations } from "./github.js";

describe("annotations for GitHub", () => {
  const text = renderGithubAnnotations(sampleResult, sampleInput.requirements);
  const lines = text.trimEnd().split("\n");

  it("are one line for each root cause, errors first", () => {
    expect(lines.map((line) => /^::(error|warning) title=([^:]*)::/.exec(line)?.slice(1))).toEqual([
      ["error", expect.stringContaining("M2-01 m2-channel/keep-alive (and 1 more)")],
      ["error", expect.stringContaining("m3-messaging/ratchet")],
      ["error", "2 required checks could not run"],
      ["warning", expect.stringContaining("m2-channel/token-fresh")],
    ]);
  });

  it("cannot be broken out of by what a provider sends", () => {
    const [first] = sampleResult.checks;
    if (first === undefined) throw new Error("The sample is empty");
    const evil = "x\n::set-output name=a::b\r%0A::error::c";
    const checks = [
      { ...first, verdict: "fail" as const, findings: [{ what: evil, expected: evil, actual: evil, at: "" }] },
    ];
    const out = renderGithubAnnotations({ ...sampleResult, checks }, []);
    expect(out.trimEnd().split("\n")).toHaveLength(1);
    expect(out).not.toMatch(/%0A::error/);
  });
});
