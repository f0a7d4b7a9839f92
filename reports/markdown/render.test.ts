import { describe, expect, it } from "@jest/globals";
import { sampleInput } from "../testing/sample-run.js";
import { renderMarkdown } from "./render.js";

describe("renderMarkdown", () => {
  const text = renderMarkdown(sampleInput);

  it("says outcome, counts and what is not met", () => {
    expect(text).toContain("## Interop conformance: failed");
    expect(text).toContain("| pass | fail | warn | could not run | not applicable | unstable | review |");
    expect(text).toContain("- **M2-01** (MUST)");
    expect(text).toContain("- 2 checks: Provider not reachable");
  });

  it("lets nothing of a provider become markup", () => {
    expect(text).not.toMatch(/<script|<img|[^\\]\[z\]|@all|http:\/\/e/);
  });
});
