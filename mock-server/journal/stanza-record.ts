import type { StanzaEntry } from "../../harness/model/trace.js";

/** What is known of a stanza besides its tree. */
export type StanzaFacts = Pick<StanzaEntry, "compressed" | "notes" | "violations">;

/** A stanza that crossed the wire. */
export interface WireStanza {
  readonly connection: string;
  readonly account: string;
  readonly direction: StanzaEntry["direction"];
  /** Plaintext of its frame. The journal copies it. */
  readonly payload: Uint8Array;
  /** Of a stanza from the provider, which was validated when it arrived. Absent for the endpoint's own. */
  readonly facts?: StanzaFacts;
  /** Decodes the payload for the trace. Must not fail, because a stanza was decoded from it or encoded to it before. */
  readonly read: (payload: Uint8Array, facts: StanzaFacts | undefined) => StanzaFacts & Pick<StanzaEntry, "node">;
}

/** What an entry needs besides its bytes, roughly. */
const ownWeight = 160;

/**
 * An entry of the trace that is decoded when someone reads it. Under load most entries are dropped unread, so until
 * then only the bytes of the stanza are kept: less than half of the memory of a decoded entry, and little work for the
 * garbage collector.
 */
export class StanzaRecord {
  readonly seq: number;
  readonly weight: number;
  readonly #at: number;
  readonly #scenario: string;
  readonly #connection: string;
  readonly #account: string;
  readonly #direction: StanzaEntry["direction"];
  readonly #facts: StanzaFacts | undefined;
  readonly #read: WireStanza["read"];
  readonly #block: Uint8Array;
  readonly #start: number;

  constructor(seq: number, at: number, scenario: string, stanza: WireStanza, blocks: Blocks) {
    const { block, start } = blocks.add(stanza.payload);
    this.seq = seq;
    this.weight = ownWeight + stanza.payload.length;
    this.#at = at;
    this.#scenario = scenario;
    this.#connection = stanza.connection;
    this.#account = stanza.account;
    this.#direction = stanza.direction;
    this.#facts = stanza.facts;
    this.#read = stanza.read;
    this.#block = block;
    this.#start = start;
  }

  /** A view of the bytes that crossed the wire. */
  get payload(): Uint8Array {
    return this.#block.subarray(this.#start, this.#start + this.weight - ownWeight);
  }

  /** The whole entry. Decodes the payload each time. */
  decode(): StanzaEntry {
    const { payload } = this;
    return {
      kind: "stanza",
      by: this.#direction === "in" ? "provider" : "harness",
      connection: this.#connection,
      account: this.#account,
      direction: this.#direction,
      size: payload.length,
      ...this.#read(payload, this.#facts),
      seq: this.seq,
      at: this.#at,
      scenario: this.#scenario,
    };
  }
}

const blockBytes = 2 ** 18;

/**
 * Keeps many small byte strings in few large buffers. A buffer is freed when no record refers to it any more. The
 * oldest records go first, so hardly any buffer is kept for a single one.
 */
export class Blocks {
  #block = new Uint8Array(0);
  #used = 0;

  /** A copy of `bytes`: where it starts inside one of the buffers. */
  add(bytes: Uint8Array): { readonly block: Uint8Array; readonly start: number } {
    if (this.#used + bytes.length > this.#block.length) {
      this.#block = new Uint8Array(Math.max(blockBytes, bytes.length));
      this.#used = 0;
    }
    const start = this.#used;
    this.#block.set(bytes, start);
    this.#used += bytes.length;
    return { block: this.#block, start };
  }
}
