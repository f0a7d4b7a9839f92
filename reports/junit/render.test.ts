import { describe, expect, it } from "@jest/globals";
import { SaxesParser } from "saxes";
import { sampleInput, sampleResult } from "../testing/sample-run.js";
import { renderJunit } from "./render.js";

interface Seen {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function parse(xml: string): { readonly elements: readonly Seen[]; readonly text: string } {
  const elements: Seen[] = [];
  let text = "";
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => elements.push({ name, attributes: { ...attributes } }));
  parser.on("text", (part) => {
    text += part;
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return { elements, text };
}

describe("renderJunit", () => {
  const { elements, text } = parse(renderJunit(sampleResult, sampleInput.requirements));
  const named = (name: string): readonly Seen[] => elements.filter((element) => element.name === name);

  it("has one suite per folder and one case per check", () => {
    expect(named("testsuite").map(({ attributes }) => attributes["name"])).toEqual([
      "m1-identity",
      "m2-channel",
      "m3-messaging",
    ]);
    expect(named("testcase").map(({ attributes }) => attributes["name"])).toEqual(
      sampleResult.checks.map(({ id }) => id),
    );
  });

  it("counts what it holds", () => {
    expect(named("testsuites")[0]?.attributes).toMatchObject({ tests: "9", failures: "3", errors: "2" });
    const skipped = named("testsuite").map(({ attributes }) => Number(attributes["skipped"]));
    expect(skipped.reduce((sum, count) => sum + count)).toBe(2);
    expect(named("failure")).toHaveLength(3);
    expect(named("error")).toHaveLength(2);
    expect(named("skipped")).toHaveLength(2);
    expect(named("system-out")).toHaveLength(1);
  });

  it("carries hostile text without what XML cannot hold", () => {
    expect(text).toContain("</script><script>alert(1)</script>");
    expect(text).toContain("\ufffd[2J");
    expect(named("script")).toEqual([]);
  });

  it("names the checks that rest on a person's answer", () => {
    const [first, ...others] = sampleResult.checks;
    if (first === undefined) throw new Error("The sample has no check");
    const byHand = { ...sampleResult, checks: [{ ...first, byHand: true as const }, ...others] };
    const { elements: seen } = parse(renderJunit(byHand, sampleInput.requirements));
    const marks = seen.filter(({ attributes }) => attributes["name"] === "rests on a person's answer");
    expect(marks.map(({ attributes }) => attributes["value"])).toEqual([first.id]);
    expect(elements.some(({ attributes }) => attributes["name"] === "rests on a person's answer")).toBe(false);
  });
});
