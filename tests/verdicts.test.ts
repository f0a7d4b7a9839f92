import { describe, expect, test } from "@jest/globals";
import { replayTrace } from "../harness/runner/replay.js";
import { loadProfile } from "../profiles/load.js";
import { serverPingAnswer } from "../reference-provider/stanzas/ping.js";
import { mutant } from "../reference-provider/behaviour/variation.js";
import { loadVariation } from "../reference-provider/registry.js";
import { renderConsole } from "../reports/index.js";
import { checks, requirements } from "../suites/index.js";
import { referenceProvider, runAgainst } from "./support/run-in-process.js";

const patienceMs = 1500;

describe("a provider that does right only sometimes", () => {
  const some = checks.filter(({ id }) => id === "m2-channel/server-ping");

  function moody(fails: (ping: number) => boolean) {
    let pings = 0;
    return mutant("moody", "Answers some pings", {
      channel: { serverPingAnswer: (request) => (fails(pings++) ? undefined : serverPingAnswer(request)) },
    });
  }

  test("is unstable where a second drive passes, with the findings of the first", async () => {
    const provider = referenceProvider(moody((ping) => ping === 0));
    const { result } = await runAgainst(provider, some, patienceMs, { confirmFailures: true });
    expect(result.checks).toMatchObject([
      { verdict: "unstable", cause: { code: "unstable" }, findings: [{ actual: expect.anything() }] },
    ]);
    expect(result.summary).toMatchObject({ outcome: "passed", unstable: 1 });
  });

  test("is judged the same when its trace is replayed", async () => {
    const provider = referenceProvider(moody((ping) => ping === 0));
    const { result, entries } = await runAgainst(provider, some, patienceMs, { confirmFailures: true });
    const { profile } = await loadProfile("whatsapp");
    const again = replayTrace({ checks: some, requirements, profile, run: result.run, cause: null, entries });
    expect(again.checks.map(({ verdict, findings }) => ({ verdict, findings }))).toEqual(
      result.checks.map(({ verdict, findings }) => ({ verdict, findings })),
    );
  });

  test("fails where both drives fail", async () => {
    const { result } = await runAgainst(referenceProvider(moody(() => true)), some, patienceMs, {
      confirmFailures: true,
    });
    expect(result.checks).toMatchObject([{ verdict: "warn", cause: null }]);
  });
});

test("a provider that cannot connect is told so once, and not at every check", async () => {
  const variation = await loadVariation("mutant", "hashes-pattern-name");
  const channel = checks.filter(({ id }) => id.startsWith("m2-channel/"));
  const { result } = await runAgainst(referenceProvider(variation), channel, patienceMs);
  const failed = result.checks.filter(({ verdict }) => verdict === "fail" || verdict === "warn");
  expect(failed.map(({ id }) => id)).toEqual(["m2-channel/login"]);
  const stopped = result.checks.filter(({ verdict }) => verdict === "could-not-run");
  const causes = new Set(stopped.map(({ cause }) => cause?.message));
  expect(stopped.length).toBeGreaterThan(30);
  expect([...causes]).toEqual([expect.stringContaining("user.connect failed: connect-failed")]);
  const lines = renderConsole(result, requirements, { width: 200, colour: false })
    .split("\n")
    .filter((line) => line.includes("[connect-failed]"));
  expect(lines).toHaveLength(1);
}, 60_000);
