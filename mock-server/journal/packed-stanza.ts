import type { StanzaEntry } from "../../harness/model/trace.js";
import type { Blocks } from "./blocks.js";

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

/** What an entry costs besides its bytes, roughly. */
const ownWeight = 160;

/**
 * An entry of the trace that nobody has looked at yet. Under load most are dropped unseen, so they are kept as bytes:
 * 0.4 of the memory of the finished entry, most of it no work for the garbage collector.
 */
export class PackedStanza {
  readonly seq: number;
  readonly weight: number;
  readonly #at: number;
  readonly #step: string;
  readonly #connection: string;
  readonly #account: string;
  readonly #direction: StanzaEntry["direction"];
  readonly #read: WireStanza["read"];
  readonly #block: Uint8Array;
  readonly #start: number;

  constructor(seq: number, at: number, step: string, stanza: WireStanza, blocks: Blocks) {
    this.seq = seq;
    this.weight = ownWeight + stanza.payload.length;
    this.#at = at;
    this.#step = step;
    this.#connection = stanza.connection;
    this.#account = stanza.account;
    this.#direction = stanza.direction;
    this.#read = stanza.read;
    const { block, start } = blocks.add(stanza.payload);
    this.#block = block;
    this.#start = start;
  }

  /** A view of the bytes that it was made of. */
  get payload(): Uint8Array {
    return this.#block.subarray(this.#start, this.#start + this.weight - ownWeight);
  }

  unpack(): StanzaEntry {
    const { payload } = this;
    const direction = this.#direction;
    return {
      kind: "stanza",
      by: direction === "in" ? "provider" : "harness",
      connection: this.#connection,
      account: this.#account,
      direction,
      size: payload.length,
      ...this.#read(payload, direction),
      seq: this.seq,
      at: this.#at,
      step: this.#step,
    };
  }
}
