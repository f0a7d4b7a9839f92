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
});
