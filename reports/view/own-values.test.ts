import { expect, it } from "@jest/globals";
import type { OwnValue, ProfileInfo } from "../../harness/model/result.js";
import { ownValuesSentence } from "./own-values.js";

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
