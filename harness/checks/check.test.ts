import { expect, test } from "@jest/globals";
import { distinctNeeds, missingNeeds, namedCapabilities } from "./check.js";

const needs = ["text", ["image", "video"]] as const;

test.each<[string, readonly string[], readonly string[]]>([
  ["nothing is missing when one of several is there", ["text", "video"], []],
  ["one of several is missing as one item", ["text"], ["image or video"]],
  ["each missing need is named", ["push"], ["text", "image or video"]],
])("%s", (_, capabilities, missing) => {
  expect(missingNeeds(needs, new Set(capabilities))).toEqual(missing);
});

test("every capability is named, also one of several", () => {
  expect(namedCapabilities(needs)).toEqual(["text", "image", "video"]);
});

test("one of several is left out where one of them is needed anyway", () => {
  expect(distinctNeeds([...needs, "text", "image"])).toEqual(["text", "image"]);
});
