import { beforeEach, describe, expect, test } from "@jest/globals";
import type { TraceEntry } from "../../harness/model/trace.js";
import { stillClock } from "../testing/rig.js";
import type { StanzaSource } from "./entry-log.js";
import { createJournal, type ServerJournal } from "./journal.js";

const clock = stillClock();
let reads = 0;
let journal: ServerJournal;

/** Its tag is the payload in hexadecimal, so that mixed-up bytes show. */
function read(payload: Uint8Array): ReturnType<StanzaSource["read"]> {
  reads++;
  const tag = Buffer.from(payload).toString("hex");
  return { node: { tag, attrs: {} }, compressed: false, notes: [], violations: [] };
}

function stanza(payload: readonly number[], change: Partial<StanzaSource> = {}): [StanzaSource, Uint8Array] {
  return [{ connection: "c1", account: "900-11@interop", direction: "in", read, ...change }, Uint8Array.from(payload)];
}

const tick = { kind: "clock", by: "harness", advancedMs: 1 } as const;
const tagOf = (entry: TraceEntry | undefined): string => (entry?.kind === "stanza" ? entry.node.tag : "no stanza");

beforeEach(() => {
  reads = 0;
  journal = createJournal({ clock, maximumBytes: 100_000 });
});

describe("stanzas in the journal", () => {
  test("are decoded when someone reads the entries, and only once", () => {
    expect(journal.recordStanza(...stanza([1, 2]))).toBe(1);
    expect(journal.recordStanza(...stanza([3], { direction: "out" }))).toBe(2);
    expect(reads).toBe(0);
    expect(journal.entries).toMatchObject([
      { kind: "stanza", seq: 1, by: "provider", direction: "in", size: 2, node: { tag: "0102" } },
      { kind: "stanza", seq: 2, by: "harness", direction: "out", size: 1, node: { tag: "03" } },
    ]);
    expect(journal.entries[0]).toBe(journal.entries[0]);
    expect(reads).toBe(2);
  });

  test("do not appear in a list that was handed out before", () => {
    journal.record(tick);
    const { entries } = journal;
    journal.recordStanza(...stanza([1]));
    expect(entries.map((entry) => typeof entry)).toEqual(["object"]);
    expect(journal.entries).toHaveLength(2);
  });

  test("keep their place among other entries, and their bytes", () => {
    const payload = Uint8Array.of(7);
    journal.record(tick);
    journal.recordStanza(stanza([])[0], payload);
    payload[0] = 8;
    journal.record(tick);
    expect(journal.entries.map(({ seq, kind }) => `${seq} ${kind}`)).toEqual(["1 clock", "2 stanza", "3 clock"]);
    expect(tagOf(journal.entries[1])).toBe("07");
  });

  test("belong to the scenario that opened their connection", () => {
    journal.enterScenario("first");
    journal.record({ kind: "connection", by: "provider", connection: "c1", event: "opened", transport: "tcp" });
    journal.enterScenario("second");
    journal.recordStanza(...stanza([1]));
    journal.recordStanza(...stanza([2], { connection: "c2" }));
    expect(journal.entries.map(({ scenario }) => scenario)).toEqual(["first", "first", "second"]);
  });

  test("reach waiters", async () => {
    const waiting = journal.wait((entry) => tagOf(entry) === "05", { ms: 1000 });
    journal.recordStanza(...stanza([4]));
    journal.recordStanza(...stanza([5]));
    expect((await waiting)?.seq).toBe(2);
  });

  test("are dropped undecoded, oldest first, when there are too many bytes", () => {
    for (let count = 0; count < 2000; count++) journal.recordStanza(...stanza([count >> 8, count & 0xff]));
    expect(reads).toBe(0);
    expect(journal.dropped).toBeGreaterThan(500);
    expect(journal.dropped + journal.entries.length).toBe(2000);
    expect(journal.entries[0]?.seq).toBe(journal.dropped + 1);
    expect(tagOf(journal.entries.at(-1))).toBe("07cf");
  });

  test("count with their real size once they are decoded", () => {
    for (let count = 0; count < 500; count++) journal.recordStanza(...stanza([1]));
    const before = journal.entries.length;
    journal.record(tick);
    expect(journal.entries.length).toBeLessThan(before);
  });

  test("keep their bytes, decoded or not, until they are dropped", () => {
    const roomy = createJournal({ clock, maximumEntries: 2 });
    roomy.recordStanza(...stanza([1, 2]));
    expect(roomy.payloadOf(1)).toEqual(Uint8Array.of(1, 2));
    roomy.record(tick);
    roomy.recordStanza(...stanza([3]));
    expect(roomy.dropped).toBe(1);
    expect([roomy.payloadOf(1), roomy.payloadOf(2), roomy.payloadOf(3)]).toEqual([
      undefined,
      undefined,
      Uint8Array.of(3),
    ]);
  });

  test("larger than a block are kept whole", () => {
    const payload = new Uint8Array(2 ** 18 + 1).fill(0xab);
    const roomy = createJournal({ clock });
    roomy.recordStanza(stanza([])[0], payload);
    roomy.recordStanza(...stanza([1]));
    expect(tagOf(roomy.entries[0])).toBe("ab".repeat(payload.length));
    expect(tagOf(roomy.entries[1])).toBe("01");
  });
});
