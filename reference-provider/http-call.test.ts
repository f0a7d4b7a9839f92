import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { systemClock } from "../runtime/system-clock.js";
import { httpCall } from "./http-call.js";

describe("an HTTP call", () => {
  let answer: RequestListener;
  let url: string;
  const server = createServer((request, response) => answer(request, response));

  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });

  afterAll(() => void server.close());

  function fetched(change: { idleMs?: number; wholeMs?: number; maximumBytes?: number } = {}) {
    const limits = { idleMs: 5000, wholeMs: undefined, maximumBytes: 1000, ...change };
    return httpCall({ method: "GET", url, ca: undefined, clock: systemClock, ...limits });
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
      { wholeMs: 50 },
    ],
  ])("%s fails", async (_, listener, change) => {
    answer = listener;
    await expect(fetched(change)).rejects.toMatchObject({ code: "http-failed" });
  });
});
