import { describe, expect, test } from "@jest/globals";
import type { NewEntry, NewEntryOf, TraceEntry } from "../../harness/model/trace.js";
import { movableClock } from "../../runtime/movable-clock.js";
import { systemClock } from "../../runtime/system-clock.js";
import { createJournal, type JournalOptions } from "./journal.js";

const tick = (advancedMs: number): NewEntry => ({ kind: "clock", by: "harness", advancedMs });

type NewConnection = NewEntryOf<"connection">;

function connection(id: string, event: "opened" | "closed"): NewConnection {
  return { kind: "connection", by: "provider", connection: id, event, transport: "tcp" };
}

function setup(limits: Omit<JournalOptions, "clock"> = {}) {
  const clock = movableClock(systemClock);
  return { clock, journal: createJournal({ clock, ...limits }) };
}

const isTick = (entry: TraceEntry): boolean => entry.kind === "clock";

describe("recording", () => {
  test("numbers entries, stamps them with the time since the start and the scenario", () => {
    const { journal, clock } = setup();
    journal.enterScenario("m2/ping");
    const first = journal.record(tick(1));
    clock.advance(50);
    const second = journal.record(tick(2));
    expect([first.seq, second.seq, journal.last]).toEqual([1, 2, 2]);
    expect(second.at - first.at).toBeGreaterThanOrEqual(50);
    expect(first).toMatchObject({ kind: "clock", advancedMs: 1, scenario: "m2/ping" });
    expect(journal.entries).toEqual([first, second]);
  });

  test("may begin with another number, for a trace of several journals", async () => {
    const { journal } = setup({ firstSeq: 1001 });
    expect(journal.last).toBe(1000);
    const first = journal.record(tick(1));
    const second = journal.record(tick(2));
    expect([first.seq, second.seq, journal.last]).toEqual([1001, 1002, 1002]);
    expect(await journal.wait(isTick, { ms: 0 })).toBe(first);
    expect(await journal.wait(isTick, { ms: 0, after: first.seq })).toBe(second);
  });

  test("what belongs to a connection stays with the scenario that opened it", () => {
    const { journal } = setup();
    journal.enterScenario("a");
    journal.record(connection("c1", "opened"));
    journal.enterScenario("b");
    journal.record(connection("c2", "opened"));
    const header: NewEntry = { kind: "handshake", by: "provider", connection: "c1", message: "header", fields: {} };
    expect(journal.record(header).scenario).toBe("a");
    expect(journal.record(tick(0)).scenario).toBe("b");
    expect(journal.record(connection("c1", "closed")).scenario).toBe("a");
    expect(journal.record(connection("c2", "closed")).scenario).toBe("b");
  });

  test("drops the oldest when there are too many, and counts them", () => {
    const { journal } = setup({ maximumEntries: 16 });
    for (let index = 0; index < 100; index++) journal.record(tick(index));
    expect(journal.entries.length).toBeLessThanOrEqual(16);
    expect(journal.dropped + journal.entries.length).toBe(100);
    expect(journal.entries.at(-1)).toMatchObject({ seq: 100, advancedMs: 99 });
    expect(journal.entries[0]?.seq).toBe(journal.dropped + 1);
  });

  test("drops enough to stay below the limit of bytes", () => {
    const { journal } = setup({ maximumBytes: 10_000 });
    for (let index = 0; index < 40; index++)
      journal.record({ ...connection("c1", "closed"), reason: "x".repeat(1000) });
    expect(journal.entries.length).toBeLessThanOrEqual(9);
    journal.record({ ...connection("c1", "closed"), reason: "y".repeat(9500) });
    expect(journal.entries).toHaveLength(1);
  });
});

describe("waiting", () => {
  test("finds existing entries, and none before the given one", async () => {
    const { journal } = setup();
    const first = journal.record(tick(1));
    const second = journal.record(tick(2));
    expect(await journal.wait(isTick, { ms: 10 })).toBe(first);
    expect(await journal.wait(isTick, { ms: 10, after: 1 })).toBe(second);
    expect(await journal.wait(isTick, { ms: 1, after: 2 })).toBeUndefined();
  });

  test("finds the right entry after others were dropped", async () => {
    const { journal } = setup({ maximumEntries: 8 });
    for (let index = 1; index <= 30; index++) journal.record(tick(index));
    expect(await journal.wait(isTick, { ms: 0, after: 28 })).toMatchObject({ seq: 29 });
    expect(await journal.wait(isTick, { ms: 0, after: 2 })).toBe(journal.entries[0]);
  });

  test("answers when the entry comes", async () => {
    const { journal } = setup();
    const waiting = journal.wait((entry) => entry.kind === "clock" && entry.advancedMs === 7, { ms: 1000 });
    journal.record(tick(6));
    const wanted = journal.record(tick(7));
    expect(await waiting).toBe(wanted);
  });

  test("ends with the time-out and with the journal", async () => {
    const { journal, clock } = setup();
    const timed = journal.wait(isTick, { ms: 60_000 });
    clock.advance(60_000);
    expect(await timed).toBeUndefined();
    const open = journal.wait(isTick, { ms: 60_000 });
    journal.close();
    expect(await open).toBeUndefined();
    expect(await journal.wait(isTick, { ms: 60_000 })).toBeUndefined();
  });
});
