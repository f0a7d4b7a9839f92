import { Recent } from "../../core/recent.js";
import type { FaultPlace } from "../../faults/hooks.js";
import { childNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import type { FaultBoard } from "./board.js";

/** How many of the newest messages can be replayed. */
const maximumRemembered = 1000;

/**
 * The way out for encrypted messages. Nothing here can read them, but faults may change them, hold them back and replay
 * earlier ones, so it remembers what those faults need.
 */
export class Outbox {
  readonly #faults: Pick<FaultBoard, "apply">;
  readonly #earlier = new Recent<string, StanzaNode>(maximumRemembered);
  #heldBack: readonly StanzaNode[] = [];

  constructor(faults: Pick<FaultBoard, "apply">) {
    this.#faults = faults;
  }

  /**
   * The stanzas to send instead of `message`: usually that one alone. What a fault holds back follows the next message.
   *
   * @param content - Encoded content of the message; empty if only its sender knows it.
   */
  pass(message: StanzaNode, content: Uint8Array, place: FaultPlace): readonly StanzaNode[] {
    const enc = childNamed(message, "enc");
    const { id } = message.attrs;
    if (enc !== undefined && id !== undefined) this.#earlier.set(id, enc);
    const sealed = { stanzas: [message], content, earlier: this.#earlier, held: false };
    const { stanzas, held } = this.#faults.apply("sealed", sealed, place);
    const waiting = this.#heldBack;
    this.#heldBack = held ? [...waiting, ...stanzas] : [];
    return held ? [] : [...stanzas, ...waiting];
  }

  /** Forgets what was held back. */
  clear(): void {
    this.#heldBack = [];
  }
}
