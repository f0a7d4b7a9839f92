import { expect, test } from "@jest/globals";
import type { CheckResult } from "../../harness/model/result.js";
import { judgedLine } from "../console/progress-line.js";
import { renderConsole } from "../console/render.js";
import { diffRuns } from "../diff/compare.js";
import { renderHtml } from "../html/render.js";
import { renderJunit } from "../junit/render.js";
import { renderMarkdown } from "../markdown/render.js";
import { sampleInput, sampleResult } from "../testing/sample-run.js";

const cause = { code: "retried", message: "Could not run at first (No answer to user.connect); judged again" };
const late = "m1-identity/key-form";
const checks = sampleResult.checks.map(
  (check): CheckResult => (check.id === late ? { ...check, scenario: `${check.scenario}#2`, cause } : check),
);
const input = { ...sampleInput, result: { ...sampleResult, checks } };

test("every report names a check that was decided on a retry, and its pass stays a pass", () => {
  const { result, requirements } = input;
  const style = { width: 400, colour: false };
  expect(renderConsole(result, requirements, style)).toContain(
    `Decided on a retry (1)\n  ${cause.message} [retried]\n    1 check: ${late}`,
  );
  expect(renderMarkdown(input)).toMatch(/### Decided on a retry\n\n- 1 check: Could not run at first/);
  expect(renderHtml(input)).toContain("<h3>Decided on a retry</h3>");
  const [, testCase] =
    /<testcase name="m1-identity\/key-form"[^>]*>([^]*?)<\/testcase>/.exec(renderJunit(result, requirements)) ?? [];
  expect(testCase).toContain("<system-out>");
  expect(testCase).toContain(cause.message);
  expect(testCase).not.toContain("<failure");
  const [shown] = result.checks;
  expect(shown && judgedLine(shown, style)).toMatch(/^pass {11}.*Could not run at first/);
});

test("a report without retries does not mention them", () => {
  expect(renderConsole(sampleResult, input.requirements, { width: 100, colour: false })).not.toContain(
    "Decided on a retry",
  );
  expect(renderMarkdown(sampleInput)).not.toContain("Decided on a retry");
  expect(renderHtml(sampleInput)).not.toContain("Decided on a retry");
});

test("a retry is no difference between two runs", () => {
  expect(diffRuns(sampleResult, input.result).changes).toEqual([]);
});
