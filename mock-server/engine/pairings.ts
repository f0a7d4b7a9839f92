import type { Companion, PairingOffer } from "./types.js";

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
