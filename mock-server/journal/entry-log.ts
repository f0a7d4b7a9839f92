import type { StanzaEntry, TraceEntry, Violation } from "../../harness/model/trace.js";

/** What the bytes of a stanza say. */
export type StanzaReading = Pick<StanzaEntry, "node" | "compressed" | "notes" | "violations">;

/** The stanzas of one connection in one direction. */
export interface StanzaSource extends Pick<StanzaEntry, "connection" | "account" | "direction"> {
  /**
   * Decodes the plaintext of a frame. Must not fail: a stanza was decoded from it, or encoded to it, before.
   *
   * @param violations - Of a stanza that was validated when it arrived.
   */
  readonly read: (payload: Uint8Array, violations: readonly Violation[] | undefined) => StanzaReading;
}

/** A stanza that crossed the wire. */
export interface WireStanza extends Pick<StanzaEntry, "at" | "scenario"> {
  readonly source: StanzaSource;
  /** Plaintext of its frame. */
  readonly payload: Uint8Array;
  /** Undefined for the endpoint's own stanzas, which are validated when someone reads the entry. */
  readonly violations: readonly Violation[] | undefined;
}

export interface LogLimits {
  readonly maximumEntries: number;
  /** Approximate. */
  readonly maximumBytes: number;
}

/** A full log drops many entries at once, so that adding stays cheap. */
const shareDropped = 1 / 8;
/** What an undecoded stanza needs besides its bytes, roughly. */
const ownWeight = 80;

/**
 * The entries of a journal. Their numbers have no gaps; a full log drops the oldest. A stanza is decoded when someone
 * reads the entries: under load most are dropped before that.
 */
export class EntryLog {
  readonly #limits: LogLimits;
  readonly #first: number;
  /** What readers get: whole entries, oldest first. */
  readonly #entries: TraceEntry[] = [];
  /** What came since someone read the entries, oldest first. */
  #unread: Chunk[] = [];
  /** Of all entries, in their order. */
  readonly #sizes: number[] = [];
  readonly #payloads = new WeakMap<TraceEntry, Uint8Array>();
  #bytes = 0;
  #dropped = 0;

  constructor(limits: LogLimits, firstSeq: number) {
    this.#limits = limits;
    this.#first = firstSeq;
  }

  get dropped(): number {
    return this.#dropped;
  }

  /** The number of the next entry. */
  get next(): number {
    return this.#first + this.#dropped + this.#sizes.length;
  }

  /** Adds an entry, which has the next number. */
  add(entry: TraceEntry): void {
    if (this.#unread.some(({ left }) => left > 0)) this.#chunkFor(0).addEntry(entry);
    else this.#entries.push(entry);
    this.#count(sizeOf(entry));
  }

  addStanza(stanza: WireStanza): void {
    this.#chunkFor(stanza.payload.length).addStanza(stanza);
    this.#count(ownWeight + stanza.payload.length);
  }

  /** All entries. The list grows when this is called again, and loses what is dropped. */
  all(): readonly TraceEntry[] {
    for (const chunk of this.#unread) while (chunk.left > 0) this.#finish(chunk);
    // The newest one may have room for more.
    this.#unread = this.#unread.slice(-1);
    return this.#entries;
  }

  /** Bytes of a stanza as they crossed the wire; undefined for other entries. */
  payloadOf(entry: TraceEntry): Uint8Array | undefined {
    return this.#payloads.get(entry);
  }

  #finish(chunk: Chunk): void {
    const position = this.#entries.length;
    const { entry, payload } = chunk.take(this.#first + this.#dropped + position);
    this.#entries.push(entry);
    if (payload === undefined) return;
    this.#payloads.set(entry, payload);
    const size = sizeOf(entry) + payload.length;
    this.#bytes += size - (this.#sizes[position] ?? 0);
    this.#sizes[position] = size;
  }

  /** A chunk with room for so many bytes. */
  #chunkFor(bytes: number): Chunk {
    const newest = this.#unread.at(-1);
    if (newest?.fits(bytes) === true) return newest;
    const chunk = new Chunk(Math.max(bytesPerChunk, bytes));
    this.#unread.push(chunk);
    return chunk;
  }

  #count(size: number): void {
    this.#sizes.push(size);
    this.#bytes += size;
    const { maximumEntries, maximumBytes } = this.#limits;
    if (this.#sizes.length <= maximumEntries && this.#bytes <= maximumBytes) return;
    let count = Math.max(1, Math.floor(this.#sizes.length * shareDropped));
    let freed = sum(this.#sizes, 0, count);
    while (count < this.#sizes.length && this.#bytes - freed > maximumBytes) freed += this.#sizes[count++] ?? 0;
    this.#drop(count);
    this.#bytes -= freed;
  }

  #drop(count: number): void {
    this.#sizes.splice(0, count);
    this.#dropped += count;
    let left = count - this.#entries.splice(0, count).length;
    for (const chunk of this.#unread) left -= chunk.skip(left);
    const [newest] = this.#unread.slice(-1);
    this.#unread = this.#unread.filter((chunk) => chunk === newest || chunk.left > 0);
  }
}

const rowsPerChunk = 1024;
const bytesPerChunk = 2 ** 18;
/** One object for all valid stanzas. */
const noViolations: readonly Violation[] = [];

/**
 * Entries that no one has read yet, in columns and their bytes in one buffer. An object for each of them would double
 * the work of the garbage collector under load.
 */
class Chunk {
  readonly #bytes: Uint8Array;
  /** The source of a stanza, or a whole entry; undefined after it was taken. */
  readonly #rows: (StanzaSource | TraceEntry | undefined)[] = [];
  readonly #violations: (readonly Violation[] | undefined)[] = [];
  readonly #scenario: string[] = [];
  readonly #at = new Float64Array(rowsPerChunk);
  /** Where the bytes of each row end, and those of the next begin. */
  readonly #end = new Uint32Array(rowsPerChunk);
  #used = 0;
  /** The first row that was neither taken nor skipped. */
  #next = 0;

  constructor(bytes: number) {
    this.#bytes = new Uint8Array(bytes);
  }

  get left(): number {
    return this.#rows.length - this.#next;
  }

  fits(bytes: number): boolean {
    return this.#rows.length < rowsPerChunk && this.#used + bytes <= this.#bytes.length;
  }

  addEntry(entry: TraceEntry): void {
    this.#end[this.#rows.length] = this.#used;
    this.#rows.push(entry);
    this.#violations.push(undefined);
    this.#scenario.push("");
  }

  addStanza({ source, payload, violations, at, scenario }: WireStanza): void {
    const row = this.#rows.length;
    this.#bytes.set(payload, this.#used);
    this.#used += payload.length;
    this.#end[row] = this.#used;
    this.#at[row] = at;
    this.#rows.push(source);
    this.#violations.push(violations?.length === 0 ? noViolations : violations);
    this.#scenario.push(scenario);
  }

  /** The next entry, decoded, with the payload of a stanza. */
  take(seq: number): { readonly entry: TraceEntry; readonly payload?: Uint8Array } {
    const row = this.#next++;
    const held = this.#rows[row];
    if (held === undefined) throw new RangeError(`Take entry ${seq}: found none`);
    this.#rows[row] = undefined;
    if ("kind" in held) return { entry: held };
    const payload = this.#bytes.subarray(this.#end[row - 1] ?? 0, this.#end[row]);
    const { connection, account, direction, read } = held;
    const entry: StanzaEntry = {
      kind: "stanza",
      by: direction === "in" ? "provider" : "harness",
      connection,
      account,
      direction,
      size: payload.length,
      ...read(payload, this.#violations[row]),
      seq,
      at: this.#at[row] ?? 0,
      scenario: this.#scenario[row] ?? "",
    };
    return { entry, payload };
  }

  /** Drops up to `count` entries. Returns how many. */
  skip(count: number): number {
    const skipped = Math.min(count, this.left);
    this.#rows.fill(undefined, this.#next, this.#next + skipped);
    this.#next += skipped;
    return skipped;
  }
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
