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

  it("names what rests on a person's answer", () => {
    const [first, ...others] = sampleInput.result.checks;
    if (first === undefined) throw new Error("The sample has no check");
    const result = { ...sampleInput.result, checks: [{ ...first, byHand: true as const }, ...others] };
    expect(renderMarkdown({ ...sampleInput, result })).toContain(`### Rest on a person's answer\n\n- ${first.id}`);
    expect(text).not.toContain("person's answer");
  });

  it("lets nothing of a provider become markup", () => {
    expect(text).not.toMatch(/<script|<img|[^\\]\[z\]|@all|http:\/\/e/);
  });
});
