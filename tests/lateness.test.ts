import { describe, expect, test } from "@jest/globals";
import type { Clock, Timer } from "../core/clock.js";
import type { Pressure, PressureMeter } from "../core/pressure.js";
import { driverClient } from "../harness/driver/client.js";
import { localDriver, type LocalProvider } from "../harness/driver/transport.js";
import { providerSide } from "../harness/driver/provider-side.js";
import { replayTrace } from "../harness/runner/replay.js";
import { exitCodeFor } from "../harness/runner/summary.js";
import { createJournal } from "../mock-server/journal/journal.js";
import { loadProfile } from "../profiles/load.js";
import { backoffMs } from "../reference-provider/behaviour/reconnection.js";
import type { ProviderVariant } from "../reference-provider/behaviour/variant.js";
import { loadVariant } from "../reference-provider/registry.js";
import { renderConsole } from "../reports/index.js";
import { systemClock } from "../runtime/system-clock.js";
import { checks, requirements } from "../suites/index.js";
import { type InProcessRun, referenceProvider, runAgainst } from "./support/run-in-process.js";

/** How long the harness waits for an answer: longer than anything else, by which `TestClock` knows these time-outs. */
const callMs = 600_000;

/** The system's clock, but calls time out only when the test says so: a busy machine makes none late, and no test waits. */
class TestClock implements Clock {
  readonly #calls = new Set<() => void>();

  now(): number {
    return systemClock.now();
  }

  monotonic(): number {
    return systemClock.monotonic();
  }

  after(ms: number, fire: () => void): Timer {
    if (ms < callMs) return systemClock.after(ms, fire);
    this.#calls.add(fire);
    return { cancel: () => void this.#calls.delete(fire) };
  }

  /** Lets the call that is waiting for an answer time out. */
  timeOut(): void {
    for (const fire of this.#calls) fire();
    this.#calls.clear();
  }
}

/**
 * Answers a call of `slow` late: after so many calls have timed out, first itself and then those that wait behind it. Serial,
 * like most drivers.
 */
function late(clock: TestClock, slow: string, timeOuts: (call: number) => number): LocalProvider {
  const provider = referenceProvider();
  let calls = 0;
  let left = 0;
  let goOn: () => void = () => undefined;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    ...provider,
    answer(text) {
      const { method } = JSON.parse(text) as { readonly method: string };
      if (method === slow) {
        left = timeOuts(calls++);
        turn = left === 0 ? turn : new Promise<void>((resolve) => (goOn = resolve));
      }
      if (left > 0) {
        clock.timeOut();
        left--;
        if (left === 0) goOn();
      }
      const answer = turn.then(() => provider.answer(text));
      turn = answer;
      return answer;
    },
  };
}

function selected(...ids: readonly string[]): typeof checks {
  return checks.filter(({ id }) => ids.some((start) => id.startsWith(start)));
}

function retries({ entries }: InProcessRun): readonly string[] {
  return entries.flatMap((entry) =>
    entry.kind === "scenario" && entry.event === "end" && entry.scenario.endsWith("#2") ? [entry.scenario] : [],
  );
}

describe("a provider that is late once", () => {
  const some = selected("m2-channel/connection-lost");
  const once = (call: number): number => (call === 0 ? 1 : 0);

  test("is judged on a retry, and the report says so", async () => {
    const clock = new TestClock();
    const provider = late(clock, "user.connect", once);
    const { result, entries } = await runAgainst(provider, some, undefined, { clock, callMs, confirmFailures: true });
    const [first] = some;
    const scenario = `${first?.scenario.id ?? ""}#2`;
    const message = expect.stringMatching(
      /^Decided on a retry: scenario .*#2 has the evidence; .* \(No answer to user\.connect within 600000 ms\)$/,
    );
    expect(result.checks).toMatchObject([{ verdict: "pass", scenario, cause: { code: "retried", message } }]);
    expect(result.summary).toMatchObject({ outcome: "passed", pass: 1, couldNotRun: 0 });
    const evidence = entries.filter(({ seq }) => result.checks[0]?.reached.includes(seq));
    expect(new Set(evidence.map((entry) => entry.scenario))).toEqual(new Set([scenario]));
    expect(renderConsole(result, requirements, { width: 100, colour: false })).toContain("Decided on a retry (1)");

    const { profile } = await loadProfile("whatsapp");
    const again = replayTrace({ checks: some, requirements, profile, run: result.run, cause: null, entries });
    const untimed = (each: typeof result.checks): object => each.map((check) => ({ ...check, durationMs: 0 }));
    expect(untimed(again.checks)).toEqual(untimed(result.checks));
  });

  test("could not run in a run without retries", async () => {
    const clock = new TestClock();
    const { result } = await runAgainst(late(clock, "user.connect", once), some, undefined, { clock, callMs });
    expect(result.checks).toMatchObject([{ verdict: "could-not-run", cause: { code: "driver-silent" } }]);
    expect(result.summary.outcome).toBe("incomplete");
  });

  test("does not end the run when it is so late that the next reset waits behind it", async () => {
    const clock = new TestClock();
    const provider = late(clock, "user.connect", (call) => 2 * once(call));
    const { result } = await runAgainst(provider, some, undefined, { clock, callMs, confirmFailures: true });
    expect(result.cause).toBeNull();
    expect(result.checks).toMatchObject([{ verdict: "pass", cause: { code: "retried" } }]);
  });

  test("is judged on a retry also when it is late with what the scenario waits for", async () => {
    const users = 8;
    let pauses = 0;
    const dawdles: ProviderVariant = {
      kind: "mutant",
      id: "dawdles-once",
      sentence: "Each user who is cut off comes back after a minute, the first time",
      overrides: { channel: { backoffMs: (...asked) => (pauses++ < users ? 60_000 : backoffMs(...asked)) } },
    };
    const passing = selected("m2-channel/failure-passing");
    // The retry is judged by what arrives in three times this time, also on a busy machine.
    const patienceMs = 2000;
    const { result } = await runAgainst(referenceProvider(dawdles), passing, patienceMs, {
      callMs,
      confirmFailures: true,
    });
    const message = expect.stringContaining("Decided on a retry");
    expect(result.checks).toMatchObject([{ verdict: "pass", cause: { code: "retried", message } }]);
  });
});

/** A machine that is as busy as the list says, scenario by scenario, and then as the last of the list. */
function machine(...list: readonly Pressure[]): PressureMeter {
  let begun = 0;
  return {
    begin() {
      const pressure = list[Math.min(begun++, list.length - 1)] ?? { lateMs: 0 };
      return () => pressure;
    },
    allow(ms) {
      const until = systemClock.monotonic() + ms;
      return () => until - systemClock.monotonic();
    },
    close: () => undefined,
  };
}

describe("on a busy machine", () => {
  const busy: Pressure = { lateMs: 1800, stalled: 0.97 };
  const calm: Pressure = { lateMs: 3, stalled: 0.1 };
  const some = selected("m2-channel/keep-alive", "m2-channel/frame-empty");
  const mutant = (): LocalProvider => referenceProvider(loadVariant("mutant", "never-pings"));
  const on = (meter: PressureMeter, provider = mutant()): Promise<InProcessRun> =>
    runAgainst(provider, some, 500, { callMs, confirmFailures: true, meter, calmMs: 1 });

  async function replayed({ result, entries }: InProcessRun): Promise<unknown> {
    const { profile } = await loadProfile("whatsapp");
    const again = replayTrace({ checks: some, requirements, profile, run: result.run, cause: null, entries });
    return again.checks.map((check) => ({ ...check, durationMs: 0 }));
  }

  test("no check fails that rests on time, and the report says why", async () => {
    const run = await on(machine(busy));
    const message = expect.stringMatching(
      /^This machine was too busy \(event loop late by 1\.8 s, .*\), so this decides nothing: pings on an idle connection: /,
    );
    expect(run.result.checks).toMatchObject([
      { id: "m2-channel/frame-empty", verdict: "pass" },
      { id: "m2-channel/keep-alive", verdict: "could-not-run", cause: { code: "machine-busy", message } },
    ]);
    expect(exitCodeFor(run.result)).toBe(3);
    expect(await replayed(run)).toEqual(run.result.checks.map((check) => ({ ...check, durationMs: 0 })));
  });

  test("a check that failed runs again when the machine is calm, after all others", async () => {
    // Both scenarios, a look at the machine, and then the retry.
    const run = await on(machine(busy, busy, calm));
    expect(run.result.checks).toMatchObject([
      { verdict: "pass", cause: null },
      { verdict: "fail", cause: { code: "retried" }, findings: [{ what: "pings on an idle connection" }] },
    ]);
    expect(retries(run)).toEqual(["m2-channel/keep-alive#2"]);
    expect(await replayed(run)).toEqual(run.result.checks.map((check) => ({ ...check, durationMs: 0 })));
  });

  test("a conformant provider passes", async () => {
    expect((await on(machine(busy), referenceProvider())).result.summary).toMatchObject({ outcome: "passed", pass: 2 });
  });
});

test("a provider that never answers a call is retried once: one cause, three time-outs", async () => {
  const clock = new TestClock();
  const provider = late(clock, "user.connect", () => 1);
  const some = selected("m2-channel/server-ping", "m2-channel/stream-end", "m2-channel/frame-empty");
  const run = await runAgainst(provider, some, undefined, { clock, callMs, confirmFailures: true });
  expect(new Set(run.result.checks.map(({ cause }) => cause?.message))).toEqual(
    new Set(["No answer to user.connect within 600000 ms"]),
  );
  expect(retries(run)).toHaveLength(1);
  const asked = run.entries.filter(
    (entry) => entry.kind === "driver" && entry.part === "request" && entry.method === "user.connect",
  );
  expect(asked).toHaveLength(3);
});

test("a connection that fails in every scenario is retried once", async () => {
  const variant = loadVariant("mutant", "hashes-pattern-name");
  const some = selected("m2-channel/server-ping", "m2-channel/stream-end", "m2-channel/frame-empty");
  const run = await runAgainst(referenceProvider(variant), some, undefined, { callMs, confirmFailures: true });
  expect(new Set(run.result.checks.map(({ cause }) => cause?.code))).toEqual(new Set(["handshake-left"]));
  expect(retries(run)).toHaveLength(1);
});

test("a scenario that timed out does not call the provider any more", async () => {
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
    scenario: "scenarios/none",
    over: over.signal,
  });
  try {
    await expect(provider.newUser()).rejects.toThrow("user.create failed");
    const { last } = journal;
    over.abort();
    await expect(provider.newUser()).rejects.toThrow("The scenario is over");
    expect(journal.last).toBe(last);
  } finally {
    await client.close();
  }
});
