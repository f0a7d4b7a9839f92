import type { StanzaEntry } from "../../harness/model/trace.js";
import { Blocks } from "./blocks.js";

/** What the bytes of a stanza say. */
export type StanzaReading = Pick<StanzaEntry, "node" | "compressed" | "notes" | "violations">;

/** A stanza that crossed the wire. */
export interface WireStanza {
  readonly connection: string;
  readonly account: string;
  readonly direction: StanzaEntry["direction"];
  /** Plaintext of its frame. */
  readonly payload: Uint8Array;
  /** Must not fail for `payload`; the same function for all stanzas of an endpoint. */
  readonly read: (payload: Uint8Array, direction: StanzaEntry["direction"]) => StanzaReading;
}

/** What the journal says of a stanza besides what the stanza says itself. */
export type Place = Pick<StanzaEntry, "seq" | "at" | "scenario">;

/** What an entry costs besides its bytes, roughly. */
const ownWeight = 80;
const chunkLength = 1024;

/** Columns of some stanzas. Goes as a whole, when the last of them is forgotten. */
class Chunk {
  readonly seq = new Float64Array(chunkLength);
  readonly at = new Float64Array(chunkLength);
  readonly start = new Uint32Array(chunkLength);
  readonly size = new Uint32Array(chunkLength);
  readonly outward = new Uint8Array(chunkLength);
  readonly block: Uint8Array[] = [];
  readonly connection: string[] = [];
  readonly account: string[] = [];
  readonly scenario: string[] = [];
  forgotten = 0;
}

/**
 * Stanzas of the trace that nobody has looked at yet. Under load most are dropped unseen, so they are kept as bytes and
 * in columns: nothing of them is an object that the garbage collector would have to carry along.
 */
export class PackedStanzas {
  readonly #chunks = new Map<number, Chunk>();
  readonly #blocks = new Blocks();
  #current = new Chunk();
  #count = 0;
  #read: WireStanza["read"] | undefined;

  /** Returns the number under which it is known from now on. */
  add({ seq, at, scenario }: Place, { connection, account, direction, payload, read }: WireStanza): number {
    const number = this.#count++;
    const row = number % chunkLength;
    if (row === 0) {
      this.#current = new Chunk();
      this.#chunks.set(Math.floor(number / chunkLength), this.#current);
    }
    const chunk = this.#current;
    const { block, start } = this.#blocks.add(payload);
    chunk.seq[row] = seq;
    chunk.at[row] = at;
    chunk.start[row] = start;
    chunk.size[row] = payload.length;
    chunk.outward[row] = direction === "out" ? 1 : 0;
    chunk.block.push(block);
    chunk.connection.push(connection);
    chunk.account.push(account);
    chunk.scenario.push(scenario);
    this.#read = read;
    return number;
  }

  weightOf(number: number): number {
    return ownWeight + (this.#chunkOf(number).size[number % chunkLength] ?? 0);
  }

  /** A view of the bytes that it was made of. */
  payloadOf(number: number): Uint8Array {
    const { block, start, size } = this.#chunkOf(number);
    const row = number % chunkLength;
    const [from = 0, length = 0] = [start[row], size[row]];
    return block[row]?.subarray(from, from + length) ?? new Uint8Array(0);
  }

  unpack(number: number): StanzaEntry {
    const { outward, connection, account, seq, at, scenario } = this.#chunkOf(number);
    const row = number % chunkLength;
    const payload = this.payloadOf(number);
    const direction = outward[row] === 1 ? "out" : "in";
    if (this.#read === undefined) throw new RangeError("Unpack stanza: none was ever packed");
    return {
      kind: "stanza",
      by: direction === "in" ? "provider" : "harness",
      connection: connection[row] ?? "",
      account: account[row] ?? "",
      direction,
      size: payload.length,
      ...this.#read(payload, direction),
      seq: seq[row] ?? 0,
      at: at[row] ?? 0,
      scenario: scenario[row] ?? "",
    };
  }

  /** Of each number once. */
  forget(number: number): void {
    const chunk = this.#chunkOf(number);
    chunk.forgotten++;
    if (chunk.forgotten === chunkLength) this.#chunks.delete(Math.floor(number / chunkLength));
  }

  #chunkOf(number: number): Chunk {
    const chunk = this.#chunks.get(Math.floor(number / chunkLength));
    if (chunk === undefined) throw new RangeError(`Look up packed stanza ${number}: it was forgotten`);
    return chunk;
  }
}
