import type { Transport } from "./cipher-state.js";
import { type HandshakeFields, HandshakeState, patternXX } from "./handshake-state.js";
import { present } from "./initiator.js";
import type { KeyPair } from "./keys.js";
import type { HandshakeMistake } from "./mistakes.js";

export interface ResponderOptions {
  /** The four header bytes as received (wire 1.1). */
  readonly prologue: Uint8Array;
  readonly staticKey: KeyPair;
  /** Fresh for each handshake. */
  readonly ephemeral: KeyPair;
  /** Departs from the specification as some clients do, to find out which mistake a client makes. */
  readonly mistake?: HandshakeMistake | undefined;
  /** The first message with the mistake (default: 0). */
  readonly mistakeFrom?: number;
}

export interface ServerHello {
  readonly ephemeral: Uint8Array;
  readonly static: Uint8Array;
  readonly payload: Uint8Array;
}

/** What the server has after the handshake. */
export interface Accepted {
  /** Compare it with the enlisted `authkey` (interop fact 28). */
  readonly clientStatic: Uint8Array;
  /** An encoded ClientPayload. */
  readonly payload: Uint8Array;
  readonly transport: Transport;
  readonly handshakeHash: Uint8Array;
}

/** The server's side of the XX handshake: `readHello`, `serverHello`, `readFinish`, once each and in that order. */
export interface Responder {
  /** @throws NoiseError `bad-key`, `out-of-turn` */
  readHello(ephemeral: Uint8Array): void;
  /**
   * Plain byte fields, so that a fault can tamper with them before they are encoded.
   *
   * @param payload An encoded certificate chain.
   * @throws NoiseError `weak-key`, `out-of-turn`
   */
  serverHello(payload: Uint8Array): ServerHello;
  /** @throws NoiseError `decrypt-failed`, `malformed-handshake`, `bad-key`, `weak-key`, `out-of-turn` */
  readFinish(fields: HandshakeFields): Accepted;
}

export function startResponder(options: ResponderOptions): Responder {
  const state = new HandshakeState({ pattern: patternXX, role: "responder", ...options });
  return {
    readHello(ephemeral) {
      state.read({ ephemeral });
    },
    serverHello(payload) {
      const written = state.write(payload);
      return {
        ephemeral: present(written.ephemeral),
        static: present(written.static),
        payload: present(written.payload),
      };
    },
    readFinish(fields) {
      const payload = state.read(fields);
      return { clientStatic: present(state.remoteStatic), payload, ...state.split() };
    },
  };
}
