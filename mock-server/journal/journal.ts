import type { Clock } from "../../core/clock.js";
import type { NewEntry, TraceEntry, Violation } from "../../harness/model/trace.js";
import type { Journal, WaitOptions } from "../../harness/ports/journal.js";
import { Counts } from "./counts.js";
import { EntryLog, type StanzaSource } from "./entry-log.js";
import { Waiters } from "./waiters.js";

export interface JournalOptions {
  /** Real time, not the time that a suite moves: a wait is bounded by real time, and a provider's time does not jump. */
  readonly clock: Clock;
  /** Default: 100 000. */
  readonly maximumEntries?: number;
  /** Approximate (default: 12 MiB, several times what a run of all checks writes). */
  readonly maximumBytes?: number;
  /** `seq` of the first entry (default: 1). If several journals become one trace, their numbers must not overlap. */
  readonly firstSeq?: number;
}

export interface ServerJournal extends Journal {
  /**
   * Records a stanza, which is decoded only if someone reads the entries. Returns its `seq`.
   *
   * @param payload - Plaintext of its frame; copied.
   * @param violations - Of a stanza that was validated when it arrived.
   */
  recordStanza(source: StanzaSource, payload: Uint8Array, violations?: readonly Violation[]): number;
  /** Bytes of a stanza as they crossed the wire, below Noise. Undefined for other entries and for dropped ones. */
  payloadOf(seq: number): Uint8Array | undefined;
  /** For metrics. */
  readonly counts: Counts;
  /** Answers every wait with undefined, now and from now on. Entries stay readable. */
  close(): void;
}

/** How many connections are remembered with the scenario that opened them, in case none of them ever closes. */
const maximumConnections = 10_000;

export function createJournal(options: JournalOptions): ServerJournal {
  const { clock, maximumEntries = 100_000, maximumBytes = 12 * 2 ** 20, firstSeq = 1 } = options;
  const start = clock.monotonic();
  const waiters = new Waiters(clock);
  const log = new EntryLog({ maximumEntries, maximumBytes }, firstSeq);
  const scenarioOf = new Map<string, string>();
  const counts = new Counts();
  let scenario = "";
  let closed = false;

  const now = (): number => clock.monotonic() - start;

  function scenarioFor(entry: NewEntry): string {
    if (!("connection" in entry) || entry.connection === undefined) return scenario;
    const { connection } = entry;
    if (entry.kind === "connection" && entry.event === "opened") {
      if (scenarioOf.size >= maximumConnections) scenarioOf.clear();
      scenarioOf.set(connection, scenario);
    }
    const own = scenarioOf.get(connection) ?? scenario;
    if (entry.kind === "connection" && entry.event === "closed") scenarioOf.delete(connection);
    return own;
  }

  function offerNewest(): void {
    const newest = waiters.size > 0 ? log.all().at(-1) : undefined;
    if (newest !== undefined) waiters.offer(newest);
  }

  function record(entry: NewEntry): TraceEntry {
    // Spreading a union loses which member it is; the three fields complete any of them.
    const whole = { ...entry, seq: log.next, at: now(), scenario: scenarioFor(entry) } as TraceEntry;
    log.add(whole);
    counts.add(whole);
    offerNewest();
    return whole;
  }

  function recordStanza(source: StanzaSource, payload: Uint8Array, violations?: readonly Violation[]): number {
    const seq = log.next;
    const own = scenarioOf.get(source.connection) ?? scenario;
    log.addStanza({ source, payload, violations, at: now(), scenario: own });
    offerNewest();
    return seq;
  }

  /** Where in the list of all entries one with this number is. Numbers have no gaps. */
  function indexOf(seq: number): number {
    return seq - firstSeq - log.dropped;
  }

  function payloadOf(seq: number): Uint8Array | undefined {
    const entry = log.all()[indexOf(seq)];
    return entry && log.payloadOf(entry);
  }

  function since(seq: number): readonly TraceEntry[] {
    return log.all().slice(Math.max(0, indexOf(seq + 1)));
  }

  function wait<Found extends TraceEntry>(
    fits: (entry: TraceEntry) => entry is Found,
    { ms, after = 0, signal }: WaitOptions,
  ): Promise<Found | undefined> {
    const wanted = (entry: TraceEntry): entry is Found => entry.seq > after && fits(entry);
    const found = since(after).find(wanted);
    if (found !== undefined || closed || ms <= 0 || signal?.aborted === true) return Promise.resolve(found);
    // Waiters answer only with entries that `wanted` accepted.
    return waiters.add(wanted, ms, signal) as Promise<Found | undefined>;
  }

  return {
    record,
    recordStanza,
    payloadOf,
    counts,
    get entries() {
      return log.all();
    },
    since,
    get dropped() {
      return log.dropped;
    },
    get last() {
      return log.next - 1;
    },
    enterScenario: (name) => {
      scenario = name;
    },
    wait,
    close() {
      closed = true;
      waiters.dismissAll();
    },
  };
}
