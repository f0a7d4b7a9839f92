import { Recent } from "../../core/recent.js";
import type { FaultPlace } from "../../faults/hooks.js";
import { childNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import type { FaultBoard } from "./board.js";

/** How many of the newest messages can be replayed. */
const maximumRemembered = 1000;

interface HeldBack {
  readonly stanzas: readonly StanzaNode[];
  /** How many messages it still lets pass. */
  readonly left: number;
  readonly release: "before" | "behind";
}

/**
 * The way out for encrypted messages. Nothing here can read them, but faults may change them, hold them back and replay
 * earlier ones, so it remembers what those faults need.
 */
export class Outbox {
  readonly #faults: Pick<FaultBoard, "apply">;
  readonly #earlier = new Recent<string, StanzaNode>(maximumRemembered);
  #heldBack: readonly HeldBack[] = [];

  constructor(faults: Pick<FaultBoard, "apply">) {
    this.#faults = faults;
  }

  /**
   * The stanzas to send instead of `message`: usually that one alone. What a fault holds back comes with a later message.
   *
   * @param content - Encoded content of the message; empty if only its sender knows it.
   */
  pass(message: StanzaNode, content: Uint8Array, place: FaultPlace): readonly StanzaNode[] {
    const enc = childNamed(message, "enc");
    const { id } = message.attrs;
    if (enc !== undefined && id !== undefined) this.#earlier.set(id, enc);
    const sealed = { stanzas: [message], content, earlier: this.#earlier, held: 0, release: "behind" } as const;
    const { stanzas, held, release } = this.#faults.apply("sealed", sealed, place);
    if (held > 0) {
      this.#heldBack = [...this.#heldBack, { stanzas, left: held, release }];
      return [];
    }
    const waiting = this.#heldBack.map((each) => ({ ...each, left: each.left - 1 }));
    this.#heldBack = waiting.filter(({ left }) => left > 0);
    const released = (when: HeldBack["release"]): readonly StanzaNode[] =>
      waiting.filter((each) => each.left === 0 && each.release === when).flatMap((each) => each.stanzas);
    return [...released("before"), ...stanzas, ...released("behind")];
  }

  /** Forgets what was held back. */
  clear(): void {
    this.#heldBack = [];
  }
}
