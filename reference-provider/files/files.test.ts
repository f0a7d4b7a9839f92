import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { systemClock } from "../../runtime/system-clock.js";
import { fileAnswer } from "../behaviour/files.js";
import { download } from "./download.js";
import { createFileStore } from "./file-store.js";

const blob = Uint8Array.from({ length: 100 }, (_, at) => at);

describe("the answer of the media host", () => {
  const answer = (method: string, range?: string) => fileAnswer({ method, ref: "x", range }, blob);

  test("is the file, a part of it, or why there is none", () => {
    expect(answer("GET")).toMatchObject({ status: 200, body: blob });
    expect(answer("HEAD")).toMatchObject({ status: 200 });
    expect(answer("GET", "bytes=1-2")).toMatchObject({ status: 206, body: Uint8Array.of(1, 2) });
    expect(answer("GET", "bytes=-1")).toMatchObject({ headers: { "content-range": "bytes 99-99/100" } });
    expect(answer("GET", "bytes=100-")).toMatchObject({ status: 416, headers: { "content-range": "bytes */100" } });
    expect(answer("POST")).toMatchObject({ status: 405 });
    expect(fileAnswer({ method: "GET", ref: "x", range: undefined }, undefined)).toMatchObject({ status: 404 });
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

describe("a download", () => {
  let answer: RequestListener;
  let url: string;
  const server = createServer((request, response) => answer(request, response));

  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });

  afterAll(() => void server.close());

  function fetched(change: { idleMs?: number; transferMs?: number; maximumBytes?: number } = {}) {
    const limits = { idleMs: 5000, transferMs: undefined, maximumBytes: 1000, ...change };
    return download({ method: "GET", url, headers: {}, ca: undefined, clock: systemClock, ...limits });
  }

  test("brings status and body", async () => {
    answer = (_, response) => void response.writeHead(410).end("gone");
    expect(await fetched()).toMatchObject({ status: 410, body: Buffer.from("gone") });
  });

  test.each<[string, RequestListener, Parameters<typeof fetched>[0]]>([
    [
      "that breaks off",
      (_, response) => void response.writeHead(200, { "content-length": 9 }).write("x", () => response.destroy()),
      {},
    ],
    ["that is too large", (_, response) => void response.end(Buffer.alloc(2000)), {}],
    ["that stops", (_, response) => void response.writeHead(200, { "content-length": 9 }).write("x"), { idleMs: 50 }],
    [
      "that takes too long",
      (_, response) => void response.writeHead(200, { "content-length": 9 }).write("x"),
      { transferMs: 50 },
    ],
  ])("%s fails", async (_, listener, change) => {
    answer = listener;
    await expect(fetched(change)).rejects.toMatchObject({ code: "http-failed" });
  });
});
