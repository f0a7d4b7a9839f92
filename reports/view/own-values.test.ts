import { describe, expect, it } from "@jest/globals";
import type { CheckResult, OwnValue, ProfileInfo } from "../../harness/model/result.js";
import { sampleResult } from "../testing/sample-run.js";
import { modificationSentence, ownValuesSentence } from "./own-values.js";

function profileWith(values: readonly OwnValue[]): ProfileInfo {
  return { name: "ours", version: "1", sha256: "", own: { base: "whatsapp", values } };
}

function value(path: string, given: OwnValue["value"], base: OwnValue["base"]): OwnValue {
  return { path, value: given, base, grade: "pinned", source: "user file" };
}

it("says nothing of a bundled profile", () => {
  expect(ownValuesSentence({ name: "whatsapp", version: "1", sha256: "" })).toBeUndefined();
});

it("says what differs, and what is confirmed", () => {
  expect(ownValuesSentence(profileWith([]))).toBe(
    "No value of the profile is your own: it is whatsapp under another name.",
  );
  expect(ownValuesSentence(profileWith([value("keys.lowWater", 9, 5)]))).toBe(
    "1 value of the profile is your own: keys.lowWater 9 (whatsapp: 5).",
  );
  expect(ownValuesSentence(profileWith([value("a", ["x"], ["x"]), value("b", "1".repeat(100), null)]))).toBe(
    `2 values of the profile are your own: a ["x"] (as whatsapp); b "${"1".repeat(58)}… (whatsapp: null).`,
  );
});

it("names a few of many", () => {
  const many = Array.from({ length: 20 }, (_, at) => value(`v${at}`, at, at));
  expect(ownValuesSentence(profileWith(many))).toMatch(
    /^20 values .*; v7 7 \(as whatsapp\); 12 more in report\.html\.$/,
  );
});

describe("a modified profile", () => {
  const [sample] = sampleResult.checks;
  const left = (code: string, requirement: string, message = ""): CheckResult => {
    if (sample === undefined) throw new Error("The sample has no check");
    return { ...sample, requirement, verdict: "not-applicable", cause: { code, message } };
  };
  const said = (values: readonly OwnValue[], checks: readonly CheckResult[] = []): string | undefined =>
    modificationSentence({ run: { ...sampleResult.run, profile: profileWith(values) }, checks });

  it("is not one that only confirms values", () => {
    expect(modificationSentence(sampleResult)).toBeUndefined();
    expect(said([])).toBeUndefined();
    expect(said([{ ...value("a", 1, 1), grade: "published" }])).toBeUndefined();
  });

  it("is told with the number of values", () => {
    expect(said([value("a", 1, 2), value("b", 1, 2), value("c", 1, 1)])).toBe(
      "Modified profile: 2 values changed, 1 value pinned.",
    );
  });

  it("is told with the rules that it leaves out, and with no others", () => {
    const checks = [
      left("not-in-profile", "M1-01"),
      left("not-in-profile", "M1-01"),
      left("not-in-profile", "M1-02"),
      left("not-declared", "M4-01", 'The provider does not declare "image"'),
      left("not-declared", "M4-02", 'The provider does not declare "video"'),
      left("other-wire", "M2-01"),
      left("needs-slow", "M2-02"),
    ];
    expect(said([value("unjudged", ["M1-01", "M1-02"], ["M1-02"])], checks)).toBe(
      "Modified profile: 1 value changed, 1 rule not judged.",
    );
    expect(said([value("mandatoryCapabilities", ["text"], ["text", "image"])], checks)).toMatch(
      /, 1 rule not judged\.$/,
    );
    expect(said([value("channel.wire", "xml", "binary")], checks)).toMatch(/, 1 rule not judged\.$/);
    expect(said([value("keys.lowWater", 9, 5)], checks)).toBe("Modified profile: 1 value changed.");
  });
});
