import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadJunit } from "../cli/load/junit.js";
import { referenceProvider } from "../cli/in-process.js";
import { driverClient } from "../harness/driver/client.js";
import { type LocalProvider, localDriver } from "../harness/driver/transport.js";
import { conduct } from "../load/conduct.js";
import { loadProblems, loadReport, type LoadReport } from "../load/report.js";
import { withUsual } from "../load/thresholds.js";
import { judge } from "../load/verdict.js";
import { startMetaEndpoint } from "../mock-server/index.js";
import { builtInProfile } from "../profiles/built-in.js";
import { newMessageId } from "../protocol/ids/message-id.js";
import { pressureMeter, systemGauge } from "../runtime/pressure-meter.js";
import { seededRandom, systemRandom } from "../runtime/random.js";
import { systemClock } from "../runtime/system-clock.js";
import { inFolder, interop, reference } from "./support/interop.js";
import { schemaProblems } from "./support/xsd.js";

type Events = readonly Readonly<Record<string, unknown>>[];

/** The reference provider with a mistake in what it shows. */
function showing(change: (events: Events) => Events): LocalProvider {
  const provider = referenceProvider();
  return {
    ...provider,
    async answer(text) {
      const answer = await provider.answer(text);
      const { method } = JSON.parse(text) as { readonly method: string };
      if (method !== "events.take" || answer === undefined) return answer;
      const parsed = JSON.parse(answer) as { readonly result: { readonly events: Events } };
      return JSON.stringify({ ...parsed, result: { events: change(parsed.result.events) } });
    },
  };
}

/** Hears of each message that is shown, with how many came before it. */
function eachMessage(change: (event: Events[number], before: number) => Events): LocalProvider {
  let before = 0;
  return showing((events) =>
    events.flatMap((event) => (event["kind"] === "message" ? change(event, before++) : event)),
  );
}

/** A short load. How late this machine is must not decide here. */
async function loadOf(provider: LocalProvider, silenceMs = 60_000): Promise<LoadReport> {
  const { profile } = builtInProfile("whatsapp");
  const meta = await startMetaEndpoint({ profile, seed: "load" });
  const meter = pressureMeter(systemClock, systemGauge());
  const driver = driverClient({ transport: localDriver(provider), clock: systemClock, callMs: 60_000, meter });
  const plan = { perSecond: 150, seconds: 1, shape: "steady", users: 2, inFlight: 1000 } as const;
  const mix = { "texts-in": 2, "texts-out": 1 };
  try {
    const { description, tallied, missed } = await conduct({
      ...plan,
      silenceMs,
      mix,
      arrivals: plan,
      meta,
      driver,
      meter,
      clock: systemClock,
      random: seededRandom("load"),
      newMessageId: () => newMessageId(systemRandom),
      run: "test",
      stopped: new AbortController().signal,
      onProgress: () => undefined,
    });
    const verdict = judge(tallied, withUsual([]), { lagMs: Number.POSITIVE_INFINITY, planned: 150, missed });
    return loadReport({ plan: { ...plan, mix }, profile, seed: "load" }, description, tallied, verdict);
  } finally {
    await driver.close();
    await meta.close();
    meter.close();
  }
}

const startedAt = "2026-01-01T00:00:00.000Z";

/** What hosts that read JUnit find wrong with it. */
function refusals(report: LoadReport): readonly string[] {
  const xml = loadJunit(report, startedAt);
  return ["jenkins", "gitlab", "github"].flatMap((host) => schemaProblems(`junit/${host}.xsd`, xml));
}

function broken({ thresholds }: LoadReport): readonly string[] {
  return thresholds.filter(({ held }) => !held).map(({ text }) => text);
}

describe("a load", () => {
  test("passes against the reference provider, and measures every message", async () => {
    const report = await loadOf(referenceProvider());
    const { outcome, counts, latencies } = report;
    expect(refusals(report)).toEqual([]);
    expect([outcome, counts.offered, counts.shown]).toEqual(["passed", 150, 154]);
    expect(latencies.deliver.count).toBe(150);
    expect(latencies.in.count + latencies.out.count).toBe(150);
    expect(latencies.ack.count).toBe(latencies.out.count);
  });

  test("names a provider that loses one message in thirty", async () => {
    const report = await loadOf(
      eachMessage((event, before) => (before % 30 === 29 ? [] : [event])),
      1000,
    );
    expect([report.outcome, broken(report)]).toEqual(["failed", ["lost==0"]]);
    expect(report.findings[0]?.message).toContain("accepted, but never shown");
    const junit = loadJunit(report, startedAt);
    expect(junit.match(/<(failure|error) /g)).toEqual(["<failure "]);
    expect(junit).toContain("accepted, but never shown");
    expect(refusals(report)).toEqual([]);
    const late = { ...report, outcome: "could-not-run", causes: ["the harness was late", "2 < 3"] } as const;
    expect(new Set(loadJunit(late, startedAt).match(/<(failure|error) /g))).toEqual(new Set(["<error "]));
    expect(refusals(late)).toEqual([]);
  });

  test("names a provider that shows messages twice", async () => {
    const report = await loadOf(eachMessage((event, before) => (before % 30 === 29 ? [event, event] : [event])));
    expect([report.outcome, broken(report)]).toEqual(["failed", ["twice==0"]]);
  });

  test("names a provider that changes their order", async () => {
    let changed = 0;
    const report = await loadOf(
      showing((events) => {
        const messages = events.filter(({ kind }) => kind === "message");
        if (messages.length < 2) return events;
        changed++;
        return [...events.filter(({ kind }) => kind !== "message"), ...messages.toReversed()];
      }),
    );
    expect(changed).toBeGreaterThan(0);
    expect([report.outcome, broken(report)]).toEqual(["failed", ["reordered==0"]]);
  });
});

describe("interop load", () => {
  const small = ["--users", "2", "--rate", "40/s", "--for", "1s", "--lag", "3600000"];

  test("writes load.json for a provider that is a process of its own", async () => {
    await inFolder(async (out) => {
      const { code, stdout } = await interop("load", "--provider", reference(), ...small, "--out", out);
      expect([code, stdout]).toEqual([0, expect.stringContaining("Load passed")]);
      const report: unknown = JSON.parse(readFileSync(join(out, "load.json"), "utf8"));
      expect(loadProblems(report)).toEqual([]);
    });
  });

  test("ends with 1 when a threshold is broken", async () => {
    await inFolder(async (out) => {
      const threshold = ["--threshold", "deliver.p50<0.001ms"];
      const { code, stdout } = await interop("load", "--provider", reference(), ...small, ...threshold, "--out", out);
      expect([code, stdout]).toEqual([1, expect.stringContaining("BROKEN  deliver.p50<0.001ms")]);
    });
  });

  test.each([
    [["--threshold", "p99<5"], 2, 'found "p99<5", wanted for example'],
    [["--mix", "calls=1"], 2, 'found "calls", wanted one of texts-in'],
    [["--rate", "0"], 2, "wanted messages in a second"],
    [["--for", "long"], 2, "wanted a duration"],
    [["--rate", "1000/s", "--for", "1h"], 2, "found 3600000 messages, wanted at most 1000000"],
    [["--provider", "node -e 0"], 4, "ended by itself"],
  ])("refuses %j", async (args, wanted, words) => {
    await inFolder(async (out) => {
      const provider = args[0] === "--provider" ? [] : ["--provider", reference()];
      const { code, stderr } = await interop("load", ...provider, ...args, "--out", out);
      expect([code, stderr.toLowerCase()]).toEqual([wanted, expect.stringContaining(words.toLowerCase())]);
    });
  });

  test("refuses to begin without a provider", async () => {
    const { code, stderr } = await interop("load");
    expect([code, stderr]).toEqual([2, expect.stringContaining("Choosing the provider: found none")]);
  });
});
