import type { Transport } from "../../protocol/noise/cipher-state.js";

/** Something that must never be written anywhere, with the name under which a leak is reported. */
export interface Secret {
  readonly name: string;
  readonly value: string | Uint8Array;
}

/** The secrets of one simulated side, so that a run can search its output for them. */
export interface Secrets {
  add(name: string, value: string | Uint8Array): void;
  list(): readonly Secret[];
}

/** Writes down the transport keys of one Noise connection, as the server has them. */
export type NoiseKeyLog = (clientEphemeral: Uint8Array, transport: Transport) => void;

/** More than any run makes. The oldest are kept, because the keys of the servers are among them. */
const maximum = 2000;

export function createSecrets(): Secrets {
  const known: Secret[] = [];
  return {
    add(name, value) {
      if (known.length < maximum) known.push({ name, value });
    },
    list: () => [...known],
  };
}
