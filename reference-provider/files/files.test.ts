import { describe, expect, test } from "@jest/globals";
import { fileAnswer } from "../behaviour/files.js";
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
