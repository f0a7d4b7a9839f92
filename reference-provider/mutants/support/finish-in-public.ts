import { seal } from "../../../protocol/noise/aead.js";
import type { ClientFinish } from "../../../protocol/noise/initiator.js";

const publicKnowledge = new Uint8Array(32);

/** The third handshake message under a key that everybody knows, as if the agreement had given zeros. */
export function finishInPublic(staticKey: Uint8Array, payload: Uint8Array): ClientFinish {
  return {
    static: seal(publicKnowledge, 0, undefined, staticKey),
    payload: seal(publicKnowledge, 1, undefined, payload),
  };
}
