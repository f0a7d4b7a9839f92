import { describe, expect, test } from "@jest/globals";
import { systemClock } from "../../runtime/system-clock.js";
import { follow, type Followed } from "./follow.js";
import { createJournal } from "./journal.js";

const tick = { kind: "clock", by: "harness", advancedMs: 1 } as const;

function seen(said: Followed | void): unknown {
  if (said === undefined || said.kind !== "entries") return said;
  return said.entries.map(({ seq }) => seq);
}

describe("a follower of a journal", () => {
  test("gets the existing and the new entries, once and in order, until the end", async () => {
    const journal = createJournal({ clock: systemClock });
    const controller = new AbortController();
    for (let count = 0; count < 3; count++) journal.record(tick);
    const following = follow(journal, { after: 1, idleMs: 10_000, signal: controller.signal });
    expect(seen((await following.next()).value)).toEqual([2, 3]);
    const next = following.next();
    journal.record(tick);
    journal.record(tick);
    expect(seen((await next).value)).toEqual([4, 5]);
    const last = following.next();
    controller.abort();
    expect(await last).toEqual({ value: undefined, done: true });
  });

  test("learns how many entries it has missed", async () => {
    const journal = createJournal({ clock: systemClock, maximumEntries: 4 });
    const { signal } = new AbortController();
    const following = follow(journal, { after: 0, idleMs: 10_000, signal });
    for (let count = 0; count < 7; count++) journal.record(tick);
    const { dropped } = journal;
    expect(dropped).toBeGreaterThan(0);
    expect(seen((await following.next()).value)).toEqual({ kind: "missed", count: dropped });
    expect(seen((await following.next()).value)).toEqual(journal.entries.map(({ seq }) => seq));
  });

  test("learns that no entry came for a while", async () => {
    const journal = createJournal({ clock: systemClock });
    const { signal } = new AbortController();
    expect((await follow(journal, { after: 0, idleMs: 1, signal }).next()).value).toEqual({ kind: "idle" });
  });
});
