import type { Clock } from "../../core/clock.js";
import type { NewEntry, TraceEntry } from "../../harness/model/trace.js";
import type { Journal, WaitOptions } from "../../harness/ports/journal.js";
import { Blocks, StanzaRecord, type WireStanza } from "./stanza-record.js";
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
  /** Records a stanza that is decoded only if someone reads the entries. Returns its `seq`. */
  recordStanza(stanza: WireStanza): number;
  /** Bytes of a stanza as they crossed the wire, below Noise. Undefined for other entries and for dropped ones. */
  payloadOf(seq: number): Uint8Array | undefined;
  /** Answers every wait with undefined, now and from now on. Entries stay readable. */
  close(): void;
}

/** A full journal drops many entries at once, so that recording stays cheap. */
const shareDropped = 1 / 8;
/** How many connections are remembered with the scenario that opened them, in case none of them ever closes. */
const maximumConnections = 10_000;

export function createJournal(options: JournalOptions): ServerJournal {
  const { clock, maximumEntries = 100_000, maximumBytes = 12 * 2 ** 20, firstSeq = 1 } = options;
  const start = clock.monotonic();
  const waiters = new Waiters(clock);
  const scenarioOf = new Map<string, string>();
  const blocks = new Blocks();
  /** What readers get: whole entries, oldest first. */
  const entries: TraceEntry[] = [];
  /** What came since someone read the entries. */
  const unread: (TraceEntry | StanzaRecord)[] = [];
  /** Of those entries that were decoded. */
  const payloads = new WeakMap<TraceEntry, Uint8Array>();
  /** Of all entries, in their order. */
  const sizes: number[] = [];
  let bytes = 0;
  let dropped = 0;
  let last = firstSeq - 1;
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

  function makeRoom(): void {
    if (sizes.length <= maximumEntries && bytes <= maximumBytes) return;
    let count = Math.max(1, Math.floor(sizes.length * shareDropped));
    let freed = sum(sizes, 0, count);
    while (count < sizes.length && bytes - freed > maximumBytes) freed += sizes[count++] ?? 0;
    const { length: old } = entries.splice(0, count);
    unread.splice(0, count - old);
    sizes.splice(0, count);
    bytes -= freed;
    dropped += count;
  }

  function keep(entry: TraceEntry | StanzaRecord, size: number): void {
    unread.push(entry);
    sizes.push(size);
    bytes += size;
    makeRoom();
    const newest = waiters.size > 0 ? readAll().at(-1) : undefined;
    if (newest !== undefined) waiters.offer(newest);
  }

  function record(entry: NewEntry): TraceEntry {
    // Spreading a union loses which member it is; the three fields complete any of them.
    const whole = { ...entry, seq: ++last, at: now(), scenario: scenarioFor(entry) } as TraceEntry;
    keep(whole, sizeOf(whole));
    return whole;
  }

  function recordStanza(stanza: WireStanza): number {
    const own = scenarioOf.get(stanza.connection) ?? scenario;
    const packed = new StanzaRecord(++last, now(), own, stanza, blocks);
    keep(packed, packed.weight);
    return packed.seq;
  }

  /** All entries, each of them whole. */
  function readAll(): readonly TraceEntry[] {
    for (const entry of unread) entries.push(entry instanceof StanzaRecord ? decoded(entry, entries.length) : entry);
    unread.length = 0;
    return entries;
  }

  function decoded(packed: StanzaRecord, at: number): TraceEntry {
    const entry = packed.decode();
    const { payload } = packed;
    const size = sizeOf(entry) + payload.length;
    payloads.set(entry, payload);
    sizes[at] = size;
    bytes += size - packed.weight;
    return entry;
  }

  function payloadOf(seq: number): Uint8Array | undefined {
    const all = readAll();
    const entry = all[seq - (all[0]?.seq ?? firstSeq)];
    return entry && payloads.get(entry);
  }

  function wait<Found extends TraceEntry>(
    fits: (entry: TraceEntry) => entry is Found,
    { ms, after = 0, signal }: WaitOptions,
  ): Promise<Found | undefined> {
    const wanted = (entry: TraceEntry): entry is Found => entry.seq > after && fits(entry);
    const all = readAll();
    // Sequence numbers have no gaps, so entries up to `after` can be left out by their position.
    const from = Math.max(0, after + 1 - (all[0]?.seq ?? firstSeq));
    const found = from === 0 ? all.find(wanted) : all.slice(from).find(wanted);
    if (found !== undefined || closed || ms <= 0 || signal?.aborted === true) return Promise.resolve(found);
    // Waiters answer only with entries that `wanted` accepted.
    return waiters.add(wanted, ms, signal) as Promise<Found | undefined>;
  }

  return {
    record,
    recordStanza,
    payloadOf,
    get entries() {
      return readAll();
    },
    get dropped() {
      return dropped;
    },
    get last() {
      return last;
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

function sum(values: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let index = from; index < to; index++) total += values[index] ?? 0;
  return total;
}

/** What an object, a field or a number costs, roughly; the limit on memory need not be exact. */
const perValue = 16;

/** Approximate bytes that an entry keeps alive. Linear in the entry, and much cheaper than writing it as JSON. */
function sizeOf(value: unknown): number {
  if (typeof value === "string") return perValue + value.length;
  if (typeof value !== "object" || value === null) return perValue;
  let size = perValue;
  if (Array.isArray(value)) for (const element of value) size += sizeOf(element);
  else for (const name in value) size += sizeOf((value as Readonly<Record<string, unknown>>)[name]);
  return size;
}
