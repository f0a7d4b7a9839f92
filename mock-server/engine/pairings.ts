import type { SignedKeyIndexes } from "./person.js";
import type { KeyRecord } from "./account.js";

/** What a client that has no account yet says about itself in its login. */
export interface Companion {
  /** Static key of its Noise handshake, by which it will log in. */
  readonly noiseKey: Uint8Array;
  readonly keys: KeyRecord;
}

/** A phone has scanned the code; the companion still has to sign. */
export interface PairingOffer {
  /** Address of the phone. */
  readonly phone: string;
  readonly device: number;
  readonly keyIndexes: SignedKeyIndexes;
}

export interface Pairing {
  readonly connection: string;
  readonly companion: Companion;
  readonly refs: readonly string[];
  offer: PairingOffer | undefined;
}

/** Connections of clients that wait to be paired. */
export class Pairings {
  readonly #byConnection = new Map<string, Pairing>();

  add(pairing: Pairing): void {
    this.#byConnection.set(pairing.connection, pairing);
  }

  on(connection: string): Pairing | undefined {
    return this.#byConnection.get(connection);
  }

  withRef(ref: string): Pairing | undefined {
    for (const pairing of this.#byConnection.values()) if (pairing.refs.includes(ref)) return pairing;
    return undefined;
  }

  remove(connection: string): boolean {
    return this.#byConnection.delete(connection);
  }

  clear(): void {
    this.#byConnection.clear();
  }
}
