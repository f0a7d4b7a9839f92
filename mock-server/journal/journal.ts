import type { Clock } from "../../core/clock.js";
import type { NewEntry, TraceEntry } from "../../harness/model/trace.js";
import type { Journal, WaitOptions } from "../../harness/ports/journal.js";
import { PackedStanzas, type WireStanza } from "./packed-stanzas.js";
import { sizeOf } from "./size.js";
import { Waiters } from "./waiters.js";

export interface JournalOptions {
  /** Real time, not the one that a suite moves: waits are patience, and a provider's time does not jump. */
  readonly clock: Clock;
  /** 100 000 unless told. */
  readonly maximumEntries?: number;
  /** Approximate; 12 MiB unless told, several times what a whole run of all checks writes. */
  readonly maximumBytes?: number;
  /** `seq` of the first entry; 1 unless told. Journals that become one trace need numbers that do not meet. */
  readonly firstSeq?: number;
}

export interface ServerJournal extends Journal {
  /** Records a stanza that is read only when somebody looks at the entries. Returns its `seq`. */
  recordStanza(stanza: WireStanza): number;
  /** Bytes of a stanza as they crossed the wire, below Noise; undefined for other entries and for those that are gone. */
  payloadOf(seq: number): Uint8Array | undefined;
  /** Answers every wait with undefined, now and from now on. Entries stay readable. */
  close(): void;
}

/** Entries that have to go make room for many more at once, so that recording stays cheap at the limit. */
const shareDropped = 1 / 8;
/** How many connections are remembered with the scenario that opened them, when none ever closes. */
const maximumConnections = 10_000;

export function createJournal(options: JournalOptions): ServerJournal {
  const { clock, maximumEntries = 100_000, maximumBytes = 12 * 2 ** 20, firstSeq = 1 } = options;
  const start = clock.monotonic();
  const waiters = new Waiters(clock);
  const scenarioOf = new Map<string, string>();
  const packed = new PackedStanzas();
  /** What is handed out: entries and nothing else, oldest first. */
  const finished: TraceEntry[] = [];
  /** What came since somebody looked; a number is that of a packed stanza. */
  const fresh: (TraceEntry | number)[] = [];
  /** Of those that are no longer packed. */
  const payloads = new WeakMap<TraceEntry, Uint8Array>();
  /** Of all of them, in their order. */
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
    const { length: old } = finished.splice(0, count);
    for (const entry of fresh.splice(0, count - old)) if (typeof entry === "number") packed.forget(entry);
    sizes.splice(0, count);
    bytes -= freed;
    dropped += count;
  }

  function keep(entry: TraceEntry | number, size: number): void {
    fresh.push(entry);
    sizes.push(size);
    bytes += size;
    makeRoom();
    const newest = waiters.size > 0 ? entries().at(-1) : undefined;
    if (newest !== undefined) waiters.offer(newest);
  }

  function record(entry: NewEntry): TraceEntry {
    // The union of entries loses its correlation when spread; the three fields complete whichever member it is.
    const whole = { ...entry, seq: ++last, at: now(), scenario: scenarioFor(entry) } as TraceEntry;
    keep(whole, sizeOf(whole));
    return whole;
  }

  function recordStanza(stanza: WireStanza): number {
    const place = { seq: ++last, at: now(), scenario: scenarioOf.get(stanza.connection) ?? scenario };
    const number = packed.add(place, stanza);
    keep(number, packed.weightOf(number));
    return place.seq;
  }

  /** All of them, every one finished. */
  function entries(): readonly TraceEntry[] {
    for (const entry of fresh) finished.push(typeof entry === "number" ? finish(entry, finished.length) : entry);
    fresh.length = 0;
    return finished;
  }

  function finish(number: number, at: number): TraceEntry {
    const entry = packed.unpack(number);
    const payload = packed.payloadOf(number);
    const size = sizeOf(entry) + payload.length;
    payloads.set(entry, payload);
    sizes[at] = size;
    bytes += size - packed.weightOf(number);
    packed.forget(number);
    return entry;
  }

  function payloadOf(seq: number): Uint8Array | undefined {
    const all = entries();
    const entry = all[seq - (all[0]?.seq ?? firstSeq)];
    return entry && payloads.get(entry);
  }

  function wait<Found extends TraceEntry>(
    fits: (entry: TraceEntry) => entry is Found,
    { ms, after = 0, signal }: WaitOptions,
  ): Promise<Found | undefined> {
    const wanted = (entry: TraceEntry): entry is Found => entry.seq > after && fits(entry);
    // Sequence numbers have no gaps, so what lies before `after` need not be looked at.
    const all = entries();
    const from = Math.max(0, after + 1 - (all[0]?.seq ?? firstSeq));
    const found = from === 0 ? all.find(wanted) : all.slice(from).find(wanted);
    if (found !== undefined || closed || ms <= 0 || signal?.aborted === true) return Promise.resolve(found);
    // Waiters answer only with entries for which `wanted` held.
    return waiters.add(wanted, ms, signal) as Promise<Found | undefined>;
  }

  return {
    record,
    recordStanza,
    payloadOf,
    get entries() {
      return entries();
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
