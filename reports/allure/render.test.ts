import { describe, expect, it } from "@jest/globals";
import type { TestResult } from "allure-js-commons";
import { redact, redactInput } from "../redact/redact.js";
import { sampleInput } from "../testing/sample-run.js";
import { renderAllure } from "./render.js";

const files = renderAllure(redactInput(sampleInput));
const results = [...files]
  .filter(([name]) => name.endsWith("-result.json"))
  .map(([, text]) => JSON.parse(text) as TestResult);

function resultOf(id: string): TestResult {
  const found = results.find(({ fullName }) => fullName === id);
  if (found === undefined) throw new Error(`There is no result for ${id}`);
  return found;
}

describe("allure-results", () => {
  it("has a result for each check, with verdict, level and milestone", () => {
    expect(results).toHaveLength(sampleInput.result.checks.length);
    const failed = resultOf("m2-channel/keep-alive");
    expect(failed.status).toBe("failed");
    expect(failed.labels).toEqual(
      expect.arrayContaining([
        { name: "epic", value: "M2 Encrypted channel, ping and user keys" },
        { name: "feature", value: "m2-channel" },
        { name: "severity", value: "critical" },
      ]),
    );
    expect(resultOf("m2-channel/token-fresh").status).toBe("passed");
    expect(resultOf("m3-messaging/text-in").status).toBe("broken");
    expect(resultOf("m3-messaging/push").status).toBe("skipped");
  });

  it("attaches the transcript of the scenario", () => {
    const [attachment] = resultOf("m2-channel/keep-alive").attachments;
    const text = files.get(attachment?.source ?? "") ?? "";
    expect(text).toContain("frame 5");
    expect(text).toContain('<iq xmlns="encrypt"');
    expect(text).toContain("… 797 more <key>");
  });

  it("keeps the id under which Allure remembers a check from run to run", () => {
    const later = renderAllure({
      ...sampleInput,
      result: { ...sampleInput.result, run: { ...sampleInput.result.run, id: "run-2" } },
    });
    const [name] = [...later.keys()].filter((key) => key.endsWith("-result.json"));
    const again = JSON.parse(later.get(name ?? "") ?? "{}") as TestResult;
    expect(again.historyId).toBe(resultOf(again.fullName ?? "").historyId);
    expect(again.uuid).not.toBe(resultOf(again.fullName ?? "").uuid);
  });

  it("is the same each time and holds no secret", () => {
    expect(renderAllure(redactInput(sampleInput))).toEqual(files);
    for (const text of files.values()) expect(redact(text)).toBe(text);
  });
});
