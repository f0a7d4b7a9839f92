import { describe, expect, it } from "@jest/globals";
import type { RunResult } from "../../harness/model/result.js";
import { undeclared } from "../../harness/model/result.js";
import { sampleInput, sampleResult } from "../testing/sample-run.js";
import { judgedLine, statusLine } from "./progress-line.js";
import { renderConsole } from "./render.js";

const plain = { colour: false, width: 80 };

describe("renderConsole", () => {
  const text = renderConsole(sampleResult, sampleInput.requirements, plain);

  it("joins failures with one root cause and says how to run them again", () => {
    expect(text).toContain("interop run m2-channel/keep-alive m2-channel/ping-form");
    expect(text.match(/what {6}ping interval/g)).toHaveLength(3); // The pair above, the unstable one, and what is next.
  });

  it("collapses what could not run to its cause", () => {
    expect(text.match(/Provider not reachable/g)).toHaveLength(1);
    expect(text.replace(/\s+/g, " ")).toContain("2 checks: m3-messaging/text-in, m3-messaging/text-out");
  });

  it("counts per suite when a cause stopped many", () => {
    const [one] = sampleResult.checks.filter((check) => check.verdict === "could-not-run");
    const many = Array.from({ length: 9 }, (_, index) => ({ ...one, id: `m2-channel/check-${index}` }));
    const wall = renderConsole(
      { ...sampleResult, checks: many as RunResult["checks"] },
      sampleInput.requirements,
      plain,
    );
    expect(wall).toContain("9 checks: 9 in m2-channel");
    expect(wall).not.toContain("m2-channel/check-3");
  });

  it("says once what many checks lack", () => {
    const [one] = sampleResult.checks;
    const many = Array.from({ length: 9 }, (_, index) => ({
      ...one,
      id: `m3-messaging/check-${index}`,
      verdict: "fail",
      findings: [undeclared("text")],
    }));
    const wall = renderConsole(
      { ...sampleResult, checks: many as RunResult["checks"] },
      sampleInput.requirements,
      plain,
    );
    expect(wall.match(/"text" is not declared/g)).toHaveLength(1);
    expect(wall).toContain("9 checks: 9 in m3-messaging");
    expect(wall).toContain('Next, in M1: implement the capability "text"');
    expect(wall).not.toContain("hint");
  });

  it("ends with outcome, counts and what the run was", () => {
    expect(text).toContain(
      "\nFailed\n1 pass, 2 fail, 1 warn, 2 could not run, 1 not applicable, 1 unstable, 1 review\n",
    );
    expect(text).toContain("Not ready: 3 required rules are not met");
  });

  it("lets no control character of a provider through", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(text).toContain("\\u{1b}[2J");
  });

  it("keeps to the width wherever there is a space to break at", () => {
    const long = text.split("\n").filter((line) => line.length > 80);
    expect(long.filter((line) => !line.includes("interop run"))).toEqual([]);
  });

  it("colours only when asked, and says the same", () => {
    const coloured = renderConsole(sampleResult, sampleInput.requirements, { colour: true, width: 80 });
    expect(coloured).toContain("\u001b[31m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(text);
  });
});

describe("progress", () => {
  it("puts a judged check on one line", () => {
    for (const result of sampleResult.checks) {
      const line = judgedLine(result, plain);
      expect(line).not.toContain("\n");
      expect(line.length).toBeLessThanOrEqual(80);
      expect(line).toContain(result.id);
    }
  });

  it("never fills the terminal's last column", () => {
    for (const width of [10, 20, 40, 80, 200]) {
      const state = { judged: 3, planned: 9, counts: { fail: 2 }, scenario: "a/".repeat(100) };
      expect(statusLine(state, { colour: false, width }).length).toBeLessThan(width);
    }
  });
});
