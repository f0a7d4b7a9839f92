import type { Transport } from "./cipher-state.js";
import { NoiseError } from "./errors.js";
import { type HandshakeFields, HandshakeState, patternXX } from "./handshake-state.js";
import type { KeyPair } from "./keys.js";
import type { HandshakeMistake } from "./mistakes.js";

export interface InitiatorOptions {
  /** The four header bytes as sent (wire 1.1). */
  readonly prologue: Uint8Array;
  readonly staticKey: KeyPair;
  /** Fresh for each handshake. */
  readonly ephemeral: KeyPair;
  /** Accepts a ServerHello whose tags are wrong. Exists only to build providers with that defect. */
  readonly unsafeSkipTagCheck?: boolean;
  /** Departs from the specification, as some implementations do. Exists only to build providers with that defect. */
  readonly mistake?: HandshakeMistake | undefined;
  /** The first message with the mistake (default: 0). */
  readonly mistakeFrom?: number;
}

/** The client's side of the XX handshake: `hello`, `readServerHello`, `finish`, once each and in that order. */
export interface Initiator {
  /** The ephemeral public key for ClientHello. */
  hello(): Uint8Array;
  /**
   * The server's static key and its certificate chain, which the caller must verify before `finish`.
   *
   * @throws NoiseError `decrypt-failed`, `malformed-handshake`, `bad-key`, `weak-key`, `out-of-turn`
   */
  readServerHello(fields: HandshakeFields): { serverStatic: Uint8Array; payload: Uint8Array };
  /** Both encrypted fields of ClientFinish, and the transport that follows. */
  finish(payload: Uint8Array): ClientFinish & { transport: Transport; handshakeHash: Uint8Array };
}

export interface ClientFinish {
  readonly static: Uint8Array;
  readonly payload: Uint8Array;
}

export function startInitiator(options: InitiatorOptions): Initiator {
  const state = new HandshakeState({ pattern: patternXX, role: "initiator", ...options });
  return {
    hello: () => present(state.write().ephemeral),
    readServerHello(fields) {
      const payload = state.read(fields);
      return { serverStatic: present(state.remoteStatic), payload };
    },
    finish(payload) {
      const written = state.write(payload);
      return { static: present(written.static), payload: present(written.payload), ...state.split() };
    },
  };
}

/** A field that the pattern guarantees. */
export function present(field: Uint8Array | undefined): Uint8Array {
  if (field === undefined) throw new NoiseError("out-of-turn", "Take handshake field: the pattern has none here");
  return field;
}
