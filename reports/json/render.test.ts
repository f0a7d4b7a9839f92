import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { readReport, reportSchema } from "../../harness/model/report-schema.js";
import { sampleResult } from "../testing/sample-run.js";
import { renderJson } from "./render.js";

describe("renderJson", () => {
  it("writes what it was given, as the schema wants it", () => {
    const reading = readReport(JSON.parse(renderJson(sampleResult)));
    expect(reading).toEqual({ ok: true, result: sampleResult });
  });

  it("keeps the fixed names in their order", () => {
    const reversed = Object.fromEntries(Object.entries(sampleResult).toReversed()) as unknown as typeof sampleResult;
    const report = JSON.parse(renderJson(reversed)) as object;
    expect(Object.keys(report)).toEqual(["schema", "run", "summary", "cause", "checks"]);
  });

  it.each([
    ["another schema", { schema: "interop-conformance/report@2" }, '/schema must be "interop-conformance/report@1"'],
    ["an unknown member", { extra: 1 }, 'The report has the unknown member "extra"'],
    ["no checks", { checks: undefined }, "The report must have required property 'checks'"],
  ])("refuses %s and says where", (_name, change, problem) => {
    const changed: unknown = JSON.parse(JSON.stringify({ ...sampleResult, ...change }));
    expect(readReport(changed)).toEqual({ ok: false, problem });
  });

  it("is described by the schema file for other tools", () => {
    const path = new URL("report.schema.json", import.meta.url);
    // UPDATE_SCHEMA=1 npm run jest -- reports/json writes it again.
    if (process.env["UPDATE_SCHEMA"] === "1") writeFileSync(path, `${JSON.stringify(reportSchema, undefined, 2)}\n`);
    const file: unknown = JSON.parse(readFileSync(path, "utf8"));
    expect(file).toEqual(reportSchema);
  });
});
