import { describe, expect, it } from "@jest/globals";
import { ReportError } from "../errors.js";
import { sampleInput } from "../testing/sample-run.js";
import { readTrace } from "./read.js";
import { renderTrace } from "./render.js";

const text = renderTrace(sampleInput);

function failure(changed: string): ReportError {
  try {
    readTrace(changed);
  } catch (error) {
    if (error instanceof ReportError) return error;
    throw error;
  }
  throw new Error("The trace was read");
}

const written = JSON.parse(text.split("\n")[0] ?? "") as object;

function withLine(number: number, line: string): string {
  return text
    .split("\n")
    .with(number - 1, line)
    .join("\n");
}

describe("trace.ndjson", () => {
  it("comes back as it was written", () => {
    const { header, entries } = readTrace(text);
    expect(entries).toEqual(sampleInput.entries);
    expect(header).toEqual({
      schema: "interop-conformance/trace@1",
      run: sampleInput.result.run,
      cause: null,
      profile: sampleInput.profile,
      plan: sampleInput.result.checks.map(({ id, version }) => ({ id, version })),
      assumptions: sampleInput.assumptions,
    });
  });

  it("keeps one entry per line", () => {
    expect(text.trimEnd().split("\n")).toHaveLength(sampleInput.entries.length + 2);
  });

  it.each([
    ["an empty file", "", "trace-bad-header", "line 1"],
    ["another schema", withLine(1, '{"schema":"x"}'), "trace-bad-header", 'found schema "x"'],
    [
      "a header without a plan",
      withLine(1, JSON.stringify({ ...written, plan: undefined })),
      "trace-bad-header",
      "no plan",
    ],
    [
      "a run without members",
      withLine(1, JSON.stringify({ ...written, run: {} })),
      "trace-bad-header",
      "must have required property 'id'",
    ],
    [
      "values that nest too deep",
      withLine(3, `{"x":${"[".repeat(5000)}${"]".repeat(5000)}}`),
      "trace-bad-line",
      "deeper",
    ],
    [
      "transcripts of another form",
      withLine(1, JSON.stringify({ ...written, reference: { "m1/a": "x" } })),
      "trace-bad-header",
      "not lists of lines",
    ],
    ["a line that is not JSON", withLine(3, "{"), "trace-bad-line", "line 3"],
    ["a line that is a list", withLine(3, "[]"), "trace-bad-line", "not an object"],
    ["an unknown kind", withLine(4, '{"kind":"toString"}'), "trace-bad-line", 'found kind "toString"'],
    [
      "a number that goes back",
      withLine(4, '{"kind":"clock","seq":1,"at":0,"scenario":"","by":"harness"}'),
      "trace-bad-line",
      "above 2",
    ],
    [
      "no one to blame",
      withLine(4, '{"kind":"clock","seq":3,"at":0,"scenario":""}'),
      "trace-bad-line",
      "found by absent",
    ],
  ])("refuses %s", (_name, changed, code, says) => {
    const error = failure(changed);
    expect(error.code).toBe(code);
    expect(error.message).toContain(says);
  });

  it("knows whether it is as it was recorded", () => {
    expect(readTrace(text).integrity).toBe("whole");
    expect(readTrace(`${text}\n\n`).integrity).toBe("whole");
    expect(readTrace(text.replace('"at":4,', '"at":5,')).integrity).toBe("changed");
    expect(readTrace(withLine(1, (text.split("\n")[0] ?? "").replace("seed-1", "seed-2"))).integrity).toBe("changed");
    const lines = text.trimEnd().split("\n");
    expect(readTrace(lines.toSpliced(20, 1).join("\n")).integrity).toBe("changed");
    expect(readTrace(lines.slice(0, -1).join("\n")).integrity).toBe("absent");
  });
});
