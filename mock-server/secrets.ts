/** Something of the simulated side that must never be written anywhere, with the name under which a leak is reported. */
export interface Secret {
  readonly name: string;
  readonly value: string | Uint8Array;
}

/** The secrets of one simulated side, so that what a run writes can be searched for them. */
export interface Secrets {
  add(name: string, value: string | Uint8Array): void;
  list(): readonly Secret[];
}

/** More than any run makes; the oldest stay, because the keys of the servers are among them. */
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
