import { describe, expect, test } from "@jest/globals";
import { differenceFrom, type Introduction } from "./start.js";

const given: Introduction = {
  name: "App",
  version: "1",
  endpoints: { jwks: "http://a.example/jwks", media: "http://a.example/media", push: "http://a.example/push" },
  without: { media: false, push: false },
};

describe("what a run that goes on needs to be told", () => {
  const earlier = { name: "App", version: "1", capabilities: ["text", "document", "push"] };

  test("the same provider, with the same servers", () => {
    expect(differenceFrom(earlier, given)).toBeUndefined();
  });

  test("another version would mix verdicts of two apps", () => {
    expect(differenceFrom(earlier, { ...given, version: "2" })).toContain("was of App 1, not of App 2");
  });

  test("what was tested before must be there still", () => {
    const without = { media: true, push: true };
    expect(differenceFrom(earlier, { ...given, without })).toContain("had document, push");
  });

  test("a server more than before changes nothing", () => {
    expect(differenceFrom({ ...earlier, capabilities: ["text"] }, given)).toBeUndefined();
  });
});
