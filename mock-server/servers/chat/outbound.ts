import type { FaultPlace } from "../../../faults/hooks.js";
import type { CipherState } from "../../../protocol/noise/cipher-state.js";
import { allocateFrame, encodeFrame } from "../../../protocol/noise/framing.js";
import type { StanzaNode } from "../../../protocol/stanza/node.js";
import type { StanzaSource } from "../../journal/entry-log.js";
import type { ChatDeps } from "./deps.js";
import type { Pipe } from "./pipe.js";
import { survivesWire, toTraceNode } from "./trace-form.js";

type OutboundDeps = Pick<ChatDeps, "journal" | "faults" | "codec" | "read" | "validate">;

/** What AES-GCM adds to a plaintext. */
const tagLength = 16;

/** Stanzas to one client after login: encode, record, encrypt, frame. `flush` writes all that were added together. */
export class Outbound {
  readonly #deps: OutboundDeps;
  readonly #pipe: Pipe;
  readonly #cipher: CipherState;
  readonly #source: StanzaSource;
  readonly #place: FaultPlace;
  #held: Uint8Array[] = [];

  constructor(
    deps: OutboundDeps,
    to: { pipe: Pipe; cipher: CipherState; account: string; place: FaultPlace & { readonly connection: string } },
  ) {
    this.#deps = deps;
    this.#pipe = to.pipe;
    this.#cipher = to.cipher;
    const { account, place } = to;
    this.#source = { connection: place.connection, account, direction: "out", read: deps.read };
    this.#place = place;
  }

  /** Encrypts and records, and holds the frame until `flush`. True when it is the only one. */
  add(node: StanzaNode): boolean {
    const { codec, faults } = this.#deps;
    const compressed = codec.compresses && faults.apply("compression", false, this.#place);
    const usual = { node, plaintext: codec.encode(node, compressed) };
    // A fault may make it unreadable. The trace records the stanza before the fault, and that the fault acted.
    this.#record(node, usual.plaintext, compressed);
    const { plaintext } = faults.apply("stanza-plaintext", usual, this.#place);
    const { frame, body } = allocateFrame(plaintext.length + tagLength);
    this.#cipher.encrypt(plaintext, body);
    const given = faults.apply("frame", body, this.#place);
    this.#held.push(given === body ? frame : encodeFrame(given));
    return this.#held.length === 1;
  }

  #record(node: StanzaNode, payload: Uint8Array, compressed: boolean): void {
    const { journal, validate } = this.#deps;
    const { connection, account } = this.#source;
    journal.counts.addStanza("out", node.tag, "sent");
    if (survivesWire(node)) {
      journal.recordStanza(this.#source, payload);
      return;
    }
    journal.record({
      kind: "stanza",
      by: "harness",
      connection,
      account,
      direction: "out",
      node: toTraceNode(node),
      size: payload.length,
      compressed,
      notes: [],
      violations: validate(node, "out"),
    });
  }

  flush(): void {
    if (this.#held.length === 0) return;
    const frames = this.#held;
    this.#held = [];
    this.#pipe.write(this.#deps.faults.apply("writes", frames, this.#place));
  }
}
