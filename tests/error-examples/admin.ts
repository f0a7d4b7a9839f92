import { useMock } from "../../mock-server/jest.js";
import { type AdminErrorCode, problemOf } from "../../mock-server/servers/admin/contract/problems.js";
import { connectToMock } from "../../mock-server/client/connect.js";
import type { ClientErrorCode } from "../../mock-server/client/errors.js";
import { type AdminAnswer, type AskAdmin, adminOf } from "../../mock-server/testing/admin-bench.js";
import type { MetaEndpoint, MetaManifest } from "../../mock-server/index.js";
import { example, type Examples, type Told } from "./example.js";
import { withMeta } from "./mock-server.js";
import { answering } from "./servers.js";

type Use = (ask: AskAdmin, meta: MetaEndpoint) => Promise<AdminAnswer>;

/** The problem that the admin API answers with. */
function problem(use: Use): Promise<Told> {
  return withMeta(
    async (meta) => {
      const { json } = await use(adminOf(meta.manifest()), meta);
      const { code, detail } = json as { readonly code?: unknown; readonly detail?: unknown };
      return { code: String(code), message: String(detail) };
    },
    { admin: {} },
  );
}

const forEver = { predicate: { kind: "login" }, timeoutMs: 60_000 };

/** A wait that has arrived: the endpoint answers requests of one connection pool in any order. */
async function waiting(ask: AskAdmin, meta: MetaEndpoint, then: () => Promise<unknown>): Promise<AdminAnswer> {
  const state = { answered: false };
  const answer = ask("POST", "/v1/wait", { body: forEver }).finally(() => {
    state.answered = true;
  });
  while (!state.answered) {
    await then();
    await ask("GET", "/health").catch(() => undefined);
    if (meta.journal.last < 0) break;
  }
  return answer;
}

export const admin: Examples<AdminErrorCode> = {
  unauthorised: example("The token is that of an earlier start", () =>
    problem((ask) => ask("GET", "/v1/accounts", { token: "abc" })),
  ),
  "unknown-path": example("A path is misspelt", () => problem((ask) => ask("GET", "/v1/account"))),
  "wrong-method": example("The clock is asked to go away", () => problem((ask) => ask("DELETE", "/v1/clock"))),
  "body-too-large": example("A body has 2 MiB", () =>
    problem((ask) => ask("POST", "/v1/wait", { raw: " ".repeat(2 ** 21) })),
  ),
  "body-not-json": example("A shell ate the quotes", () =>
    problem((ask) => ask("POST", "/v1/wait", { raw: "{predicate:{}}" })),
  ),
  "bad-request": example("A limit is 0", () => problem((ask) => ask("GET", "/v1/journal?limit=0"))),
  "not-found": example("An account is asked for that nobody enlisted", () =>
    problem((ask) => ask("GET", "/v1/accounts/900-1@interop")),
  ),
  "not-connected": example("The connection of somebody is dropped who has none", () =>
    problem((ask) => ask("DELETE", "/v1/sessions/900-1@interop")),
  ),
  "wait-timed-out": example("Nobody logs in within 10 ms", () =>
    problem((ask) => ask("POST", "/v1/wait", { body: { ...forEver, timeoutMs: 10 } })),
  ),
  "wait-reset": example("Another test resets the tenant", () =>
    problem((ask, meta) => waiting(ask, meta, () => ask("POST", "/v1/reset"))),
  ),
  "too-many": example("201 waits are under way", () =>
    problem(async (ask) => {
      const stop = new AbortController();
      const { signal } = stop;
      const waits = Array.from({ length: 220 }, () => ask("POST", "/v1/wait", { body: forEver, signal }));
      const first = await Promise.any(waits);
      stop.abort();
      await Promise.allSettled(waits);
      return first;
    }),
  ),
  closing: example("The endpoint is shut down while a test waits", () =>
    problem((ask, meta) => {
      const answer = ask("POST", "/v1/wait", { body: forEver });
      return ask("GET", "/v1/clock").then(() => {
        void meta.close();
        return answer;
      });
    }),
  ),
  defect: example("The endpoint fails by its own fault", () => {
    const { code, detail } = problemOf(new TypeError("x is not a function"));
    return { code, message: detail };
  }),
};

const manifest = (change: Partial<MetaManifest>): MetaManifest => ({
  enlistUrl: "",
  chatUrl: "",
  mediaUrl: "",
  jwksUrl: "",
  rootKey: "",
  tlsCa: null,
  adminUrl: "http://127.0.0.1:9",
  adminToken: "token",
  ...change,
});

const noHook = (): void => undefined;

/** Runs `use` as if no test runner were there. */
function withoutHooks(use: () => unknown): unknown {
  const beforeAll: unknown = Reflect.get(globalThis, "beforeAll");
  Reflect.deleteProperty(globalThis, "beforeAll");
  try {
    return use();
  } finally {
    Object.assign(globalThis, { beforeAll });
  }
}

export const client: Examples<ClientErrorCode> = {
  "mock-unreachable": example("The endpoint of a manifest has ended", () => connectToMock(manifest({}))),
  "mock-bad-manifest": example("The endpoint was started without admin API", () =>
    connectToMock(manifest({ adminUrl: null })),
  ),
  "mock-bad-answer": example("The address is that of another server", () =>
    answering(200, "It works!", (url) => connectToMock(manifest({ adminUrl: url }))),
  ),
  "mock-entries-missed": example("Entries are followed slower than they come", () =>
    withMeta(
      async (meta) => {
        const mock = await connectToMock(meta.manifest());
        meta.clock.advance(1);
        const first = meta.journal.last;
        for (let count = 0; count < 100; count++) meta.clock.advance(1);
        for await (const entry of mock.journal.follow({}, { after: first })) if (entry.seq < 0) break;
      },
      { admin: {}, journal: { maximumEntries: 8 } },
    ),
  ),
  "mock-not-started": example("The endpoint is used outside tests and hooks", () =>
    useMock({ hooks: { beforeAll: noHook, afterEach: noHook, afterAll: noHook } }).user(),
  ),
  "no-test-hooks": example("A script uses what is meant for test files", () => withoutHooks(useMock)),
};
