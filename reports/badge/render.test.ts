import { describe, expect, it } from "@jest/globals";
import { SaxesParser } from "saxes";
import { sampleResult } from "../testing/sample-run.js";
import { renderBadge } from "./render.js";

describe("renderBadge", () => {
  it("is well-formed and says the outcome to those who cannot see it", () => {
    const svg = renderBadge(sampleResult);
    expect(() => new SaxesParser().write(svg).close()).not.toThrow();
    expect(svg).toContain('aria-label="interop: failed 1/5"');
  });

  it("says that the profile is modified", () => {
    const value = { path: "keys.lowWater", value: 9, base: 5, grade: "pinned", source: "user file" };
    const profile = { ...sampleResult.run.profile, name: "ours", own: { base: "whatsapp", values: [value] } };
    const svg = renderBadge({ ...sampleResult, run: { ...sampleResult.run, profile } });
    expect(svg).toContain('aria-label="interop: failed 1/5, modified profile: 1 value changed"');
  });
});
