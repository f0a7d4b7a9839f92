import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import type { ReportInput } from "../report-input.js";
import { redactInput } from "../redact/redact.js";
import { sampleInput, sampleResult } from "../testing/sample-run.js";
import { unpacked } from "./packed.js";
import { renderHtml } from "./render.js";

const packed = renderHtml(redactInput(sampleInput));
const page = unpacked(packed);

describe("renderHtml", () => {
  it("escapes everything that a provider said", () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain("<img");
    expect(page).not.toContain('onerror="');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it("allows by policy its own style and script only", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll("&#39;", "'") ?? "";
    const digest = (tag: string): string => {
      const text = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? "";
      return `sha256-${createHash("sha256").update(text).digest("base64")}`;
    };
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src '${digest("style")}'`);
    expect(policy).toContain(`script-src '${digest("script")}'`);
    expect(page).not.toMatch(/\sstyle=|\son[a-z]+=["']|(?:src|href)="(?!#)/);
  });

  it("has a target for every link", () => {
    const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]));
    const dangling = [...page.matchAll(/href="#([^"]*)"/g)].map((match) => match[1]).filter((id) => !ids.has(id));
    expect(dangling).toEqual([]);
  });

  it("has no id twice", () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("closes what it opens", () => {
    for (const tag of ["details", "section", "div", "li", "ul", "ol", "dl", "p", "span", "table"]) {
      const opened = page.match(new RegExp(`<${tag}[ >]`, "g"))?.length ?? 0;
      expect([tag, page.match(new RegExp(`</${tag}>`, "g"))?.length ?? 0]).toEqual([tag, opened]);
    }
  });

  it("packs transcripts, and nothing else", () => {
    expect(packed).not.toContain('id="frame-5"');
    expect(packed).toMatch(/id="scenario-m2-channel-ping" data-frames="3-206"/);
    for (const { id } of sampleResult.checks) expect(packed).toContain(`<code>${id}</code>`);
  });

  it("shows each scenario once, with cited frames marked and long ones cut", () => {
    expect(page.match(/id="scenario-m2-channel-ping"/g)).toHaveLength(1);
    expect(page).toMatch(/id="frame-5" class="stanza provider cited"/);
    expect(page).toContain("… 797 more &lt;key&gt;");
    expect(page).toMatch(/… \d+ frames left out/);
  });

  it("shows a scenario that did not pass beside the reference provider's", () => {
    const beside = (reference?: ReportInput["reference"]): string =>
      unpacked(renderHtml(redactInput({ ...sampleInput, reference })));
    const lines = ["provider → Meta: websocket opened", 'provider → Meta: <iq type="get">'];
    const compared = beside({ "m2-channel/ping": lines });
    expect(compared).toContain(
      '<details class="compare"><summary>Beside the reference provider: first difference in line 2',
    );
    expect(compared).toContain("&lt;iq type=&quot;get&quot;&gt;");
    expect(beside({})).not.toMatch(/class="compare"|No comparison/);
    expect(beside().match(/No comparison with the reference provider/g)).toHaveLength(1);
  });

  it("tells a milestone that is not for this provider from one that nothing judges", () => {
    const cause = { code: "not-declared", message: 'The provider does not declare "proxy"' };
    const checks = sampleResult.checks.map((check) =>
      check.requirement === "M1-01" ? { ...check, verdict: "not-applicable" as const, cause } : check,
    );
    const idle = renderHtml(redactInput({ ...sampleInput, result: { ...sampleResult, checks } }));
    expect(idle).toMatch(/>M1 [^\n]*not applicable to this provider/);
    expect(idle).toMatch(/>M4 [^\n]*not judged by this version/);
  });

  it("says on top what is still needed", () => {
    expect(page.indexOf("To request interop you still need")).toBeLessThan(page.indexOf("<h2>Checks"));
    expect(page).toContain("Not ready: 3 required rules are not met");
    expect(page).toContain("/token/audience");
  });

  it("keeps each check's verdict, sentence and rerun command", () => {
    for (const { id } of sampleResult.checks) expect(page).toContain(`<code>${id}</code>`);
    expect(page).toContain("<code>interop run m2-channel/keep-alive</code>");
  });
});
