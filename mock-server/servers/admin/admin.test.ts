import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type MetaEndpoint, startMetaEndpoint } from "../../index.js";
import { adminOf, type AskAdmin } from "../../testing/admin-bench.js";
import { testProfile } from "../../testing/rig.js";

let meta: MetaEndpoint;
let ask: AskAdmin;
beforeAll(async () => {
  meta = await startMetaEndpoint({ profile: testProfile(), admin: {}, seed: "admin" });
  ask = adminOf(meta.manifest());
});
afterAll(() => meta.close());
beforeEach(() => meta.reset());

const waitFor = (predicate: object, timeoutMs: number, options: object = {}) =>
  ask("POST", "/v1/wait", { body: { predicate, timeoutMs, ...options } });

describe("the door", () => {
  test.each([null, "", "wrong", "x".repeat(10_000)])("stays shut without the token: %j", async (token) => {
    for (const path of ["/v1/accounts", "/v1/tenants/default/wait", "/v1/nothing"]) {
      const answer = await ask("GET", path, { token });
      expect([answer.status, answer.json]).toEqual([401, expect.objectContaining({ code: "unauthorised" })]);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
      expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    }
  });

  test("lets everyone ask for health, readiness and the document, also after a reset", async () => {
    await ask("POST", "/v1/reset");
    for (const path of ["/health", "/ready", "/openapi.json", "/docs"]) {
      expect((await ask("GET", path, { token: null })).status).toBe(200);
    }
  });

  test("is another port than that of the providers, with another token at each start", async () => {
    const other = await startMetaEndpoint({ profile: testProfile(), admin: {}, seed: "admin" });
    expect(other.manifest().adminToken).not.toBe(meta.manifest().adminToken);
    expect((await fetch(`${meta.endpoints.mediaUrl}/v1/accounts`)).status).toBe(404);
    await other.close();
  });
});

describe("a request that cannot be served", () => {
  test.each([
    ["GET", "/v1/nothing", {}, 404, "unknown-path"],
    ["DELETE", "/v1/clock", {}, 405, "wrong-method"],
    ["POST", "/v1/wait", { raw: "{" }, 400, "body-not-json"],
    ["POST", "/v1/wait", { raw: " ".repeat(2 ** 21) }, 413, "body-too-large"],
    ["POST", "/v1/wait", { raw: "[".repeat(100) + "]".repeat(100) }, 400, "bad-request"],
    ["GET", "/v1/journal?limit=0", {}, 400, "bad-request"],
    ["GET", "/v1/journal?limits=1", {}, 400, "bad-request"],
    ["GET", "/v1/accounts/%zz", {}, 400, "bad-request"],
    ["GET", "/v1/accounts/nobody", {}, 404, "not-found"],
    ["GET", "/v1/tenants/nobody/accounts", {}, 404, "not-found"],
    ["DELETE", "/v1/tenants/default", {}, 404, "not-found"],
    ["DELETE", "/v1/faults/99", {}, 404, "not-found"],
    ["DELETE", "/v1/sessions/nobody", {}, 409, "not-connected"],
    ["GET", "/v1/ca.pem", {}, 404, "not-found"],
    ["POST", "/v1/faults", { body: { fault: "padding-length", params: { length: 99 } } }, 422, "bad-fault-parameter"],
  ] as const)("%s %s is a problem with its code", async (method, path, options, status, code) => {
    const answer = await ask(method, path, options);
    expect(answer.json).toMatchObject({ status, code, title: expect.any(String), detail: expect.any(String) });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  });

  test("names every member that does not fit", async () => {
    const endpoints = { jwks: "ftp://x", media: "http://x", push: "http://x" };
    const answer = await ask("POST", "/v1/integrators", { body: { id: 1000, endpoints, more: 1 } });
    const { errors } = answer.json as { readonly errors: readonly { readonly field: string }[] };
    expect(errors.map(({ field }) => field).sort()).toEqual(["/endpoints/jwks", "/id", "/more", "/slug"]);
    const fault = await ask("POST", "/v1/faults", { body: { fault: "login-failur" } });
    expect(fault.json).toMatchObject({ errors: [{ in: "body", field: "/fault" }] });
  });
});

describe("waiting", () => {
  test("is over at once when the entry is there already", async () => {
    await ask("POST", "/v1/clock/advance", { body: { ms: 5 } });
    const answer = await waitFor({ kind: "clock", advancedMs: 5 }, 60_000);
    expect(answer.json).toMatchObject({ entry: { kind: "clock", advancedMs: 5 } });
  });

  test("is over when the entry comes", async () => {
    const waiting = waitFor({ kind: "clock", advancedMs: { $min: 7 } }, 60_000);
    await ask("POST", "/v1/clock/advance", { body: { ms: 6 } });
    await ask("POST", "/v1/clock/advance", { body: { ms: 7 } });
    expect((await waiting).json).toMatchObject({ entry: { advancedMs: 7 } });
  });

  test("times out with what came nearest, and why that was not it", async () => {
    await ask("POST", "/v1/clock/advance", { body: { ms: 8 } });
    const answer = await waitFor({ kind: "clock", advancedMs: 9 }, 10);
    expect(answer.json).toMatchObject({
      status: 408,
      code: "wait-timed-out",
      examined: 1,
      nearMisses: [{ kind: "clock", mismatches: [{ field: "/advancedMs", wanted: 9, found: 8 }] }],
    });
  });

  test("ends with a reset, after which older entries do not count unless asked for", async () => {
    await ask("POST", "/v1/clock/advance", { body: { ms: 11 } });
    const state = { ended: false };
    const waiting = waitFor({ kind: "clock", advancedMs: 12 }, 60_000).finally(() => {
      state.ended = true;
    });
    let reset = await ask("POST", "/v1/reset");
    // The first one may have come before the wait did.
    while (!state.ended) reset = await ask("POST", "/v1/reset");
    expect((await waiting).json).toMatchObject({ status: 409, code: "wait-reset" });
    expect(reset.json).toEqual({ since: meta.journal.last });
    expect((await waitFor({ kind: "clock", advancedMs: 11 }, 0)).status).toBe(408);
    expect((await waitFor({ kind: "clock", advancedMs: 11 }, 0, { after: 0 })).status).toBe(200);
  });

  test("is forgotten when nobody waits any more: places are free again", async () => {
    const many = Array.from({ length: 220 }, () => {
      const { adminUrl, adminToken } = meta.manifest();
      const headers = { authorization: `Bearer ${adminToken}` };
      const asking = request(`${adminUrl}/v1/wait`, { method: "POST", headers, agent: false }).on(
        "error",
        () => undefined,
      );
      asking.end(JSON.stringify({ predicate: { kind: "event" }, timeoutMs: 60_000 }));
      return asking;
    });
    const full = async () => (await waitFor({ kind: "event" }, 1)).status;
    while ((await full()) !== 429);
    for (const asking of many) asking.destroy();
    while ((await full()) === 429);
  });
});

describe("the journal", () => {
  test("comes page by page", async () => {
    for (let ms = 1; ms <= 5; ms++) meta.clock.advance(ms);
    type Page = { readonly entries: readonly { readonly advancedMs: number }[]; readonly next: number | null };
    const seen: number[][] = [];
    for (let query = "?limit=2"; ; ) {
      const { entries, next } = (await ask("GET", `/v1/journal${query}`)).json as Page;
      seen.push(entries.map(({ advancedMs }) => advancedMs));
      if (next === null) break;
      query = `?limit=2&after=${next}`;
    }
    expect(seen).toEqual([[1, 2], [3, 4], [5]]);
  });

  test("is searched with a predicate", async () => {
    for (let ms = 1; ms <= 5; ms++) meta.clock.advance(ms);
    const body = { predicate: { advancedMs: { $any: [2, 4] } } };
    const answer = await ask("POST", "/v1/journal/query", { body });
    expect(answer.json).toMatchObject({ entries: [{ advancedMs: 2 }, { advancedMs: 4 }], next: null, dropped: 0 });
  });

  test("is handed out whole, one entry per line", async () => {
    meta.clock.advance(1);
    const { text, headers } = await ask("GET", "/v1/journal/export");
    const lines = text.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(meta.journal.entries);
    expect(headers.get("content-type")).toMatch(/^application\/x-ndjson/);
  });

  test("says how much it had to drop", async () => {
    const small = await startMetaEndpoint({ profile: testProfile(), admin: {}, journal: { maximumEntries: 8 } });
    for (let ms = 1; ms <= 20; ms++) small.clock.advance(ms);
    const page = (await adminOf(small.manifest())("GET", "/v1/journal")).json as {
      dropped: number;
      entries: unknown[];
    };
    expect(page.dropped).toBeGreaterThan(0);
    expect(page.dropped + page.entries.length).toBe(20);
    await small.close();
  });
});

test("faults are armed, listed, taken back", async () => {
  const armed = await ask("POST", "/v1/faults", { body: { fault: "login-failure", times: "always" } });
  expect(armed).toMatchObject({ status: 201, json: { fault: "login-failure", left: "always" } });
  const { id } = armed.json as { readonly id: number };
  await ask("POST", "/v1/faults", { body: { fault: "ping-unanswered", times: 3 } });
  expect((await ask("GET", "/v1/faults")).json).toMatchObject({
    armed: [{ id }, { fault: "ping-unanswered", left: 3 }],
  });
  expect((await ask("DELETE", `/v1/faults/${id}`)).status).toBe(204);
  expect((await ask("GET", "/v1/faults")).json).toMatchObject({ armed: [{ fault: "ping-unanswered" }] });
  await ask("DELETE", "/v1/faults");
  expect((await ask("GET", "/v1/faults")).json).toEqual({ armed: [] });
});

test("closing ends waits with a word", async () => {
  const short = await startMetaEndpoint({ profile: testProfile(), admin: {} });
  const askShort = adminOf(short.manifest());
  const waiting = askShort("POST", "/v1/wait", { body: { predicate: { kind: "event" }, timeoutMs: 60_000 } });
  await askShort("GET", "/v1/clock");
  await short.close();
  expect((await waiting).json).toMatchObject({ code: "closing" });
});
