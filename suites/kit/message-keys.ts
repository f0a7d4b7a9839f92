import type { Expect } from "../../harness/model/expect.js";
import type { EntryOf } from "./index.js";

/** Ratchet key and counter name a message key: no two messages may name the same. Counters of a chain go up. */
export function expectKeysOnce(expect: Expect, messages: readonly EntryOf<"opened">[]): void {
  const keys = messages.map(({ inspection }) => `${inspection?.ratchetKey.slice(0, 16)} ${inspection?.counter}`);
  expect("message keys", keys, messages.at(-1)).isUnique();
  const newest = new Map<string, number>();
  for (const entry of messages) {
    const { ratchetKey = "", counter = 0 } = entry.inspection ?? {};
    expect("counter in its chain", counter, entry).isAtLeast(newest.get(ratchetKey) ?? 0);
    newest.set(ratchetKey, counter);
  }
}
