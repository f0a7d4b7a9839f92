import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { downloadPath, parseDownloadPath, parseUserMediaPath } from "./paths.js";

const badPath = expect.objectContaining({ code: "media-bad-path" });

test("a download path is the published template, and is read back", () => {
  const parts = { integrator: "conformance", ref: "aB3_-." };
  expect(downloadPath(parts)).toBe("/interop/whatsapp/download/conformance/aB3_-./");
  expect(parseDownloadPath(downloadPath(parts))).toEqual(parts);
});

describe("no download path", () => {
  test.each([
    "",
    "/interop/whatsapp/download/a/b",
    "/interop/whatsapp/download/a//",
    "/interop/whatsapp/download/a/b/c/",
    "/interop/whatsapp/download/a/../",
    "/interop/whatsapp/download/a/b?c/",
    "/interop/whatsapp/download/a/%2/",
    "http://elsewhere/interop/whatsapp/download/a/b/",
    "//interop/whatsapp/download/a/b/",
  ])("%s", (path) => {
    expect(parseDownloadPath(path)).toBeUndefined();
  });

  test.each(["", "..", ".%2E", "%2e", "a/b", "a b", "é", "a?b"])("a reference %j", (ref) => {
    expect(() => downloadPath({ integrator: "x", ref })).toThrow(badPath);
  });

  test("random text never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseDownloadPath(`/interop/whatsapp/download/${text}`)));
  });
});

test("a path of a WhatsApp user's file", () => {
  expect(parseUserMediaPath("/v/t62.7118-24/abc_-")).toBe("62.7118-24/abc_-");
  expect(["/v/t", "/v/x1", "/v/t../x", "/v/ta?b"].map(parseUserMediaPath)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
