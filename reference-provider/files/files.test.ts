import { describe, expect, test } from "@jest/globals";
import { entityTag, fileAnswer } from "../behaviour/files.js";
import { createFileStore } from "./host.js";

const blob = Uint8Array.from({ length: 100 }, (_, at) => at);

describe("the answer of the media host", () => {
  const answer = (method: string, range?: string) => fileAnswer({ method, ref: "x", headers: { range } }, blob);

  test("is the file, a part of it, or why there is none", () => {
    expect(answer("GET")).toMatchObject({ status: 200, body: blob });
    expect(answer("HEAD")).toMatchObject({ status: 200 });
    expect(answer("GET", "bytes=1-2")).toMatchObject({ status: 206, body: Uint8Array.of(1, 2) });
    expect(answer("GET", "bytes=-1")).toMatchObject({ headers: { "content-range": "bytes 99-99/100" } });
    expect(answer("GET", "bytes=100-")).toMatchObject({ status: 416, headers: { "content-range": "bytes */100" } });
    expect(answer("POST")).toMatchObject({ status: 405 });
    expect(fileAnswer({ method: "GET", ref: "x", headers: {} }, undefined)).toMatchObject({ status: 404 });
  });
});

describe("conditions of the media host", () => {
  const tag = entityTag(blob);
  const answer = (headers: Readonly<Record<string, string>>, method = "GET") =>
    fileAnswer({ method, ref: "x", headers }, blob);

  test("a part is served for the tag of the file only", () => {
    const range = "bytes=1-2";
    expect(answer({ range, "if-range": tag })).toMatchObject({ status: 206 });
    for (const other of ['"other"', `W/${tag}`, `"x${tag.slice(1)}`, "Sat, 01 Jan 2000 00:00:00 GMT"]) {
      expect(answer({ range, "if-range": other })).toMatchObject({ status: 200, body: blob });
    }
    expect(answer({ range }, "HEAD")).toMatchObject({ status: 200 });
  });

  test("a reader that has the file gets no copy", () => {
    for (const named of [tag, `W/${tag}`, `"a", ${tag}`, "*"]) {
      expect(answer({ "if-none-match": named })).toMatchObject({ status: 304, body: new Uint8Array() });
    }
    expect(answer({ "if-none-match": '"other"' })).toMatchObject({ status: 200 });
  });
});

test("the store replaces, removes and forgets", () => {
  const store = createFileStore();
  store.put("a", blob);
  store.put("a", blob.subarray(1));
  store.put("b", blob);
  store.remove("b");
  expect([...store.files.keys()]).toEqual(["a"]);
  expect(store.files.get("a")?.length).toBe(99);
  store.clear();
  expect(store.files.size).toBe(0);
});
