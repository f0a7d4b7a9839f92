import { describe, expect, test } from "@jest/globals";
import { systemClock } from "../../runtime/system-clock.js";
import { type DriverClient, driverClient } from "./client.js";
import type { DriverError } from "./errors.js";
import { localDriver } from "./transport.js";

/** A client of a provider that answers each request with what `answer` makes of it. */
function clientOf(answer: (request: { id: number; method: string }) => unknown, callMs = 500): DriverClient {
  return driverClient({
    transport: localDriver({
      answer: async (text) => {
        const made = answer(JSON.parse(text) as { id: number; method: string });
        return typeof made === "string" ? made : JSON.stringify(made);
      },
      close: async () => undefined,
    }),
    clock: systemClock,
    callMs,
  });
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "no error",
    (error: DriverError) => error.code,
  );
}

describe("driverClient", () => {
  test("hands on results that fit the schema", async () => {
    const client = clientOf(({ id }) => ({ jsonrpc: "2.0", id, result: { user: "alice" } }));
    expect(await client.call("user.create", {})).toEqual({ ok: true, result: { user: "alice" } });
  });

  test("a failure of an offered method is an outcome with the provider's own code", async () => {
    const error = { code: -32000, message: "no", data: { code: "enlistment-rejected", detail: "bad_integrator" } };
    const client = clientOf(({ id }) => ({ jsonrpc: "2.0", id, error }));
    expect(await client.call("user.enlist", { user: "a" })).toMatchObject({
      ok: false,
      cause: { code: "enlistment-rejected" },
    });
  });

  test("only -32601 means unsupported", async () => {
    const client = clientOf(({ id, method }) => ({
      jsonrpc: "2.0",
      id,
      error: { code: method === "token.rotate" ? -32601 : -32603 },
    }));
    expect(await client.call("token.rotate", {})).toMatchObject({ cause: { code: "unsupported" } });
    expect(await client.call("provider.reset", {})).toMatchObject({ cause: { code: "unnamed-failure" } });
    expect(await client.refusesUnknownMethod("no.such")).toBe(false);
    const wordy = clientOf(({ id }) => ({
      jsonrpc: "2.0",
      id,
      error: { code: -32000, data: { code: "unsupported" } },
    }));
    expect(await wordy.call("token.rotate", {})).toMatchObject({
      cause: { code: "unnamed-failure", message: "token.rotate failed: unsupported" },
    });
  });

  test.each<[string, (id: number) => unknown, string]>([
    ["text that is no JSON", () => "Traceback (most recent call last):", "driver-garbage"],
    ["a response without result or error", (id) => ({ jsonrpc: "2.0", id }), "driver-schema"],
    ["the request itself", (id) => ({ jsonrpc: "2.0", id, method: "user.create", params: {} }), "driver-schema"],
    ["a result that does not fit", (id) => ({ jsonrpc: "2.0", id, result: {} }), "driver-schema"],
    [
      "a result too deep for the trace",
      (id) => `{"jsonrpc":"2.0","id":${id},"result":{"user":"a","more":${"[".repeat(50_000)}${"]".repeat(50_000)}}}`,
      "driver-schema",
    ],
  ])("%s breaks the driver, and every later call says the same", async (_name, answer, code) => {
    const client = clientOf(({ id }) => answer(id));
    expect(await codeOf(client.call("user.create", {}))).toBe(code);
    expect(await codeOf(client.call("provider.reset", {}))).toBe(code);
  });

  test("silence is an outcome, and a late answer does not answer the next call", async () => {
    const late: ((text: string) => void)[] = [];
    const client = driverClient({
      transport: localDriver({
        answer: (text) => {
          const { id } = JSON.parse(text) as { id: number };
          if (id === 1) return new Promise((resolve) => late.push(resolve));
          late[0]?.(JSON.stringify({ jsonrpc: "2.0", id: 1, result: { user: "late" } }));
          return new Promise((resolve) =>
            setImmediate(() => resolve(JSON.stringify({ jsonrpc: "2.0", id, result: { user: "timely" } }))),
          );
        },
        close: async () => undefined,
      }),
      clock: systemClock,
      callMs: 30,
    });
    expect(await client.call("user.create", {})).toMatchObject({ ok: false, cause: { code: "driver-silent" } });
    expect(await client.call("user.create", {}, { ms: 1000 })).toEqual({ ok: true, result: { user: "timely" } });
  });

  test("calls go out one at a time", async () => {
    let open = 0;
    let most = 0;
    const client = driverClient({
      transport: localDriver({
        answer: async (text) => {
          most = Math.max(most, ++open);
          await new Promise(setImmediate);
          open--;
          return JSON.stringify({ jsonrpc: "2.0", id: (JSON.parse(text) as { id: number }).id, result: {} });
        },
        close: async () => undefined,
      }),
      clock: systemClock,
      callMs: 500,
    });
    await Promise.all(Array.from({ length: 5 }, () => client.call("provider.reset", {})));
    expect(most).toBe(1);
  });
});
