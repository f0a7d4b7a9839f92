import { describe, expect, test } from "@jest/globals";
import { driverClient } from "../harness/driver/client.js";
import { localDriver, type LocalProvider } from "../harness/driver/local.js";
import { providerSide } from "../harness/driver/provider-side.js";
import { replayTrace } from "../harness/runner/replay.js";
import { createJournal } from "../mock-server/journal/journal.js";
import { loadProfile } from "../profiles/load.js";
import { backoffMs } from "../reference-provider/behaviour/reconnection.js";
import type { ProviderVariant } from "../reference-provider/behaviour/variant.js";
import { loadVariant } from "../reference-provider/registry.js";
import { renderConsole } from "../reports/index.js";
import { systemClock } from "../runtime/system-clock.js";
import { checks, requirements } from "../suites/index.js";
import { type InProcessRun, referenceProvider, runAgainst } from "./support/run-in-process.js";

/** How long the harness waits for an answer. */
const callMs = 1500;
const confirmed = { callMs, confirmFailures: true };

/** Serial, as most drivers are: while one call is late, those after it wait. */
function late(provider: LocalProvider, method: string, ms: (call: number) => number): LocalProvider {
  let calls = 0;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    ...provider,
    answer(text) {
      const request = JSON.parse(text) as { readonly method: string };
      const pause = request.method === method ? ms(calls++) : 0;
      const answer = turn.then(async () => {
        if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
        return provider.answer(text);
      });
      turn = answer;
      return answer;
    },
  };
}

function selected(...ids: readonly string[]): typeof checks {
  return checks.filter(({ id }) => ids.some((start) => id.startsWith(start)));
}

function secondDrives({ entries }: InProcessRun): readonly string[] {
  return entries.flatMap((entry) =>
    entry.kind === "scenario" && entry.event === "end" && entry.scenario.endsWith("#2") ? [entry.scenario] : [],
  );
}

describe("a provider that is late once", () => {
  const some = selected("m2-channel/connection-lost");

  test("is judged by a second drive, and the report says so", async () => {
    const provider = late(referenceProvider(), "user.connect", (call) => (call === 0 ? callMs + 300 : 0));
    const { result, entries } = await runAgainst(provider, some, undefined, confirmed);
    const [first] = some;
    const scenario = `${first?.scenario.id ?? ""}#2`;
    const message = expect.stringMatching(
      /^Could not run at first \(No answer to user\.connect within 1500 ms\); judged .*#2$/,
    );
    expect(result.checks).toMatchObject([{ verdict: "pass", scenario, cause: { code: "second-drive", message } }]);
    expect(result.summary).toMatchObject({ outcome: "passed", pass: 1, couldNotRun: 0 });
    const evidence = entries.filter(({ seq }) => result.checks[0]?.reached.includes(seq));
    expect(new Set(evidence.map((entry) => entry.scenario))).toEqual(new Set([scenario]));
    expect(renderConsole(result, requirements, { width: 100, colour: false })).toContain("Decided on a retry (1)");

    const { profile } = await loadProfile("whatsapp");
    const again = replayTrace({ checks: some, requirements, profile, run: result.run, cause: null, entries });
    const untimed = (each: typeof result.checks): object => each.map((check) => ({ ...check, durationMs: 0 }));
    expect(untimed(again.checks)).toEqual(untimed(result.checks));
  });

  test("could not run where nothing is driven twice", async () => {
    const provider = late(referenceProvider(), "user.connect", (call) => (call === 0 ? callMs + 300 : 0));
    const { result } = await runAgainst(provider, some, undefined, { callMs });
    expect(result.checks).toMatchObject([{ verdict: "could-not-run", cause: { code: "driver-silent" } }]);
    expect(result.summary.outcome).toBe("incomplete");
  });

  test("so late that the next reset waits behind it, does not end the run", async () => {
    const provider = late(referenceProvider(), "user.connect", (call) => (call === 0 ? 2 * callMs + 300 : 0));
    const { result } = await runAgainst(provider, some, undefined, confirmed);
    expect(result.cause).toBeNull();
    expect(result.checks).toMatchObject([{ verdict: "pass", cause: { code: "second-drive" } }]);
  });

  test("in what the exchange waits for, is judged by a second drive as well", async () => {
    const users = 8;
    let pauses = 0;
    const dawdles: ProviderVariant = {
      kind: "mutant",
      id: "dawdles-once",
      sentence: "Each user who is cut off comes back after a minute, the first time",
      overrides: { channel: { backoffMs: (...asked) => (pauses++ < users ? 60_000 : backoffMs(...asked)) } },
    };
    const passing = selected("m2-channel/failure-passing");
    const { result } = await runAgainst(referenceProvider(dawdles), passing, undefined, confirmed);
    const message = expect.stringContaining("never came to the point that this check judges");
    expect(result.checks).toMatchObject([{ verdict: "pass", cause: { code: "second-drive", message } }]);
  });
});

test("a provider that never answers is waited for no longer than before: one cause, one second drive", async () => {
  const provider = late(referenceProvider(), "user.connect", () => callMs + 200);
  const some = selected("m2-channel/server-ping", "m2-channel/stream-end", "m2-channel/frame-empty");
  const run = await runAgainst(provider, some, undefined, confirmed);
  expect(new Set(run.result.checks.map(({ cause }) => cause?.message))).toEqual(
    new Set(["No answer to user.connect within 1500 ms"]),
  );
  expect(secondDrives(run)).toHaveLength(1);
  const asked = run.entries.filter(
    (entry) => entry.kind === "driver" && entry.part === "request" && entry.method === "user.connect",
  );
  expect(asked).toHaveLength(2);
});

test("what cannot run for a reason that is known is not driven twice", async () => {
  const variant = loadVariant("mutant", "hashes-pattern-name");
  const some = selected("m2-channel/server-ping", "m2-channel/stream-end", "m2-channel/frame-empty");
  const run = await runAgainst(referenceProvider(variant), some, undefined, confirmed);
  expect(new Set(run.result.checks.map(({ cause }) => cause?.code))).toEqual(new Set(["connect-failed"]));
  expect(secondDrives(run)).toEqual([]);
});

test("an exchange that was given up asks the provider nothing any more", async () => {
  const clock = systemClock;
  const journal = createJournal({ clock });
  const client = driverClient({ transport: localDriver(referenceProvider()), clock, journal, callMs });
  const over = new AbortController();
  const provider = providerSide({
    client,
    capabilities: [],
    journal,
    clock,
    patienceMs: 100,
    failures: new Map(),
    over: over.signal,
  });
  try {
    await expect(provider.newUser()).rejects.toThrow("user.create failed");
    const { last } = journal;
    over.abort();
    await expect(provider.newUser()).rejects.toThrow("The exchange is over");
    expect(journal.last).toBe(last);
  } finally {
    await client.close();
  }
});
