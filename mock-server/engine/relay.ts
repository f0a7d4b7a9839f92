import { Recent } from "../../core/recent.js";
import { childNamed, type StanzaNode } from "../../protocol/stanza/node.js";
import type { FaultBoard } from "../faults/board.js";
import type { FaultPlace } from "../../faults/hooks.js";

/** How many ciphertexts of the newest messages can be sent once more. */
const maximumRemembered = 1000;

/**
 * Messages from one provider's user to another. Nothing here can read them, but faults may change, hold back and repeat
 * them, as they do with those of simulated users.
 */
export class Relay {
  readonly #faults: Pick<FaultBoard, "apply">;
  readonly #earlier = new Recent<string, StanzaNode>(maximumRemembered);
  #heldBack: readonly StanzaNode[] = [];

  constructor(faults: Pick<FaultBoard, "apply">) {
    this.#faults = faults;
  }

  /** What goes out in place of `message`. */
  pass(message: StanzaNode, place: FaultPlace): readonly StanzaNode[] {
    const enc = childNamed(message, "enc");
    const { id } = message.attrs;
    if (enc !== undefined && id !== undefined) this.#earlier.set(id, enc);
    const sealed = { stanzas: [message], content: new Uint8Array(0), earlier: this.#earlier, held: false };
    const { stanzas, held } = this.#faults.apply("sealed", sealed, place);
    const waiting = this.#heldBack;
    this.#heldBack = held ? [...waiting, ...stanzas] : [];
    return held ? [] : [...stanzas, ...waiting];
  }
}
