import { createServer } from "node:https";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { systemRandom } from "../../runtime/random.js";
import { systemClock } from "../../runtime/system-clock.js";
import { ephemeralCredentials } from "../../runtime/tls/ephemeral-ca.js";
import { createJournal } from "../journal/journal.js";
import { type HttpHost, httpHost } from "../testing/http-host.js";
import { createHttpCaller, type HttpCall, type HttpCaller } from "./caller.js";
import { countExchanges } from "./exchange.js";
import { listen, stopListening } from "./listen.js";

let host: HttpHost;
let caller: HttpCaller;
let journal: ReturnType<typeof createJournal>;

beforeEach(async () => {
  host = await httpHost(({ url }, response) => {
    if (url === "/never") return;
    if (url === "/elsewhere") return void response.writeHead(302, { location: "/" }).end();
    if (url === "/endless") return void response.write("x".repeat(1000));
    response.setHeader("x-answer", "yes").end(url === "/large" ? "x".repeat(1001) : "hello");
  });
  journal = createJournal({ clock: systemClock });
  caller = createHttpCaller({ clock: systemClock, journal, nextExchange: countExchanges() });
});

afterEach(async () => {
  caller.close();
  await host.close();
});

function get(path: string, timeoutMs = 2000): HttpCall {
  const headers = { authorization: "Bearer opaque" };
  return { server: "keys", method: "GET", url: host.url + path, headers, timeoutMs, maximumBytes: 1000 };
}

describe("calls", () => {
  test("return the answer and record both halves", async () => {
    const answer = await caller.call(get("/"));
    expect([answer.status, answer.headers["x-answer"], new TextDecoder().decode(answer.body)]).toEqual([
      200,
      "yes",
      "hello",
    ]);
    expect(journal.entries).toMatchObject([
      { kind: "http", by: "harness", part: "request", exchange: 1, method: "GET", url: `${host.url}/` },
      { kind: "http", by: "provider", part: "response", exchange: 1, status: 200, body: "hello" },
    ]);
    expect(JSON.stringify(journal.entries)).not.toContain("opaque");
    expect(host.requests[0]?.headers["authorization"]).toBe("Bearer opaque");
  });

  test("carry a body with its length", async () => {
    await caller.call({ ...get("/"), method: "POST", body: "grüezi" });
    expect(host.requests[0]).toMatchObject({ method: "POST", body: "grüezi", headers: { "content-length": "7" } });
  });

  test("follow no redirect", async () => {
    expect((await caller.call(get("/elsewhere"))).status).toBe(302);
    expect(host.requests).toHaveLength(1);
  });
});

describe("calls without a usable answer", () => {
  test.each([
    ["/never", 50, "http-timed-out"],
    ["/endless", 50, "http-timed-out"],
    ["/large", 2000, "http-answer-too-large"],
  ])("%s in %d ms: %s", async (path, ms, code) => {
    await expect(caller.call(get(path, ms))).rejects.toMatchObject({ code });
    const [, response] = journal.entries;
    expect(response).toMatchObject({ part: "response", by: "provider", body: expect.stringContaining(code) });
    expect(response).not.toHaveProperty("status");
  });

  test("no server at the address", async () => {
    await host.close();
    await expect(caller.call(get("/"))).rejects.toMatchObject({ code: "http-unreachable" });
  });

  test.each(["", "/keys", "ftp://127.0.0.1/", "http://"])("%j is not an address", async (url) => {
    await expect(caller.call({ ...get("/"), url })).rejects.toMatchObject({ code: "http-bad-url" });
  });

  test("the end of the endpoint", async () => {
    const pending = caller.call(get("/never"));
    caller.close();
    await expect(pending).rejects.toMatchObject({ code: "http-stopped" });
    await expect(caller.call(get("/"))).rejects.toMatchObject({ code: "http-stopped" });
  });
});

test("a provider's own authority is trusted only for its own addresses", async () => {
  const names = ["127.0.0.1"];
  const { ca, key, cert } = ephemeralCredentials({ clock: systemClock, random: systemRandom, names });
  const servers = [1, 2].map(() => createServer({ key, cert }, (_, response) => response.end("safe")));
  const [url = "", other = ""] = await Promise.all(
    servers.map(async (server) => `https://127.0.0.1:${await listen(server, "127.0.0.1", 0)}/keys`),
  );
  await expect(caller.call({ ...get("/"), url })).rejects.toMatchObject({ code: "http-unreachable" });
  caller.trust(url, ca);
  expect((await caller.call({ ...get("/"), url })).status).toBe(200);
  await expect(caller.call({ ...get("/"), url: other })).rejects.toMatchObject({ code: "http-unreachable" });
  await Promise.all(servers.map(stopListening));
});
