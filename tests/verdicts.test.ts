import { describe, expect, test } from "@jest/globals";
import type { LocalProvider } from "../harness/driver/transport.js";
import { replayTrace } from "../harness/runner/replay.js";
import { loadProfile } from "../profiles/load.js";
import type { ProviderVariant } from "../reference-provider/behaviour/variant.js";
import { loadVariant } from "../reference-provider/registry.js";
import { renderConsole } from "../reports/index.js";
import { checks, requirements } from "../suites/index.js";
import { referenceProvider, runAgainst } from "./support/run-in-process.js";

/** More than any call needs on a busy machine. */
const callMs = 60_000;

describe("a provider that is right only sometimes", () => {
  const some = checks.filter(({ id }) => id === "m1-identity/key-form");

  function moody(fails: (answer: number) => boolean): ProviderVariant {
    let answers = 0;
    return {
      kind: "mutant",
      id: "moody",
      sentence: "Publishes its signing keys as encryption keys sometimes",
      overrides: {
        identity: {
          keySet: async (keys) => {
            const use = fails(answers++) ? "enc" : "sig";
            return { keys: keys.map(({ publicJwk }) => ({ ...publicJwk, use })) };
          },
        },
      },
    };
  }

  test("is unstable where a retry passes, with the findings of the first run", async () => {
    const provider = referenceProvider(moody((answer) => answer === 0));
    const { result } = await runAgainst(provider, some, undefined, { callMs, confirmFailures: true });
    expect(result.checks).toMatchObject([
      { verdict: "unstable", cause: { code: "unstable" }, findings: [{ actual: expect.anything() }] },
    ]);
    expect(result.summary).toMatchObject({ outcome: "incomplete", unstable: 1 });
  });

  test("gets the same verdict when its trace is replayed", async () => {
    const provider = referenceProvider(moody((answer) => answer === 0));
    const { result, entries } = await runAgainst(provider, some, undefined, { callMs, confirmFailures: true });
    const { profile } = await loadProfile("whatsapp");
    const again = replayTrace({ checks: some, requirements, profile, run: result.run, cause: null, entries });
    expect(again.checks.map(({ verdict, findings }) => ({ verdict, findings }))).toEqual(
      result.checks.map(({ verdict, findings }) => ({ verdict, findings })),
    );
  });

  test("fails where both drives fail", async () => {
    const { result } = await runAgainst(referenceProvider(moody(() => true)), some, undefined, {
      confirmFailures: true,
      callMs,
    });
    expect(result.checks).toMatchObject([{ verdict: "fail", cause: null }]);
  });
});

test("a provider is not blamed for transfers that the harness stopped", async () => {
  const host = checks.filter(({ scenario }) => scenario.id === "scenarios/media-host");
  const { result, entries } = await runAgainst(referenceProvider(), host, undefined, { callMs });
  const stopped = entries.map((entry) =>
    entry.kind === "http" && entry.server === "media" && entry.part === "response"
      ? { ...entry, broken: "http-stopped", body: "", digest: { bytes: 0, sha256: "" } }
      : entry,
  );
  const { profile } = await loadProfile("whatsapp");
  const again = replayTrace({ checks: host, requirements, profile, run: result.run, cause: null, entries: stopped });
  expect(new Set(again.checks.map(({ verdict }) => verdict))).toEqual(new Set(["could-not-run"]));
});

test("a provider that cannot connect is reported once, and not at every check", async () => {
  const variant = loadVariant("mutant", "hashes-pattern-name");
  const channel = checks.filter(({ id }) => id.startsWith("m2-channel/"));
  const { result } = await runAgainst(referenceProvider(variant), channel, undefined, { callMs });
  const failed = result.checks.filter(({ verdict }) => verdict === "fail" || verdict === "warn");
  expect(failed.map(({ id }) => id)).toEqual(["m2-channel/login"]);
  const stopped = result.checks.filter(({ verdict }) => verdict === "could-not-run");
  const causes = new Set(stopped.map(({ cause }) => cause?.message));
  expect(stopped.length).toBeGreaterThan(30);
  expect([...causes]).toEqual([expect.stringContaining("The client leaves the handshake")]);
  const lines = renderConsole(result, requirements, { width: 200, colour: false })
    .split("\n")
    .filter((line) => line.includes("[handshake-left"));
  // At the check that failed for it, and at those that wait for it.
  expect(lines).toHaveLength(2);
});

describe("a provider that declares what its driver has no method for", () => {
  function without(method: string, provider = referenceProvider()): LocalProvider {
    return {
      ...provider,
      async answer(text) {
        const request = JSON.parse(text) as { readonly id: number; readonly method: string };
        if (request.method !== method) return provider.answer(text);
        return JSON.stringify({ jsonrpc: "2.0", id: request.id, error: { code: -32601, message: "no" } });
      },
    };
  }

  test.each([
    ["reachability", "reachability.notify", "m6-reachability/"],
    ["deletion", "user.delete", "m5-deletion/"],
    ["text", "message.send", "m3-messaging/text-"],
  ])("%s: the same line at every check that would have called %s", async (capability, method, folder) => {
    const some = checks.filter(({ id }) => id.startsWith(folder));
    const { result } = await runAgainst(without(method), some, undefined, { callMs });
    const open = result.checks.filter(({ verdict }) => verdict !== "pass");
    expect(open.length).toBeGreaterThan(2);
    for (const { verdict, cause } of open) {
      expect({ verdict, code: cause?.code }).toEqual({ verdict: "could-not-run", code: "declared-not-offered" });
    }
    expect(new Set(open.map(({ cause }) => cause?.message))).toEqual(
      new Set([
        `The provider declares "${capability}", but its driver has no method ${method} (JSON-RPC error -32601): implement the method, or do not declare the capability`,
      ]),
    );
  });

  test("is judged by the methods that it has: a missing method without a capability ends nothing", async () => {
    const some = checks.filter(({ id }) => id.startsWith("m1-identity/enlistment-"));
    const { result } = await runAgainst(without("user.connect"), some, undefined, { callMs });
    expect(result.summary.pass).toBeGreaterThan(5);
    expect(result.summary.fail).toBe(0);
  });
});
