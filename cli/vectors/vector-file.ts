import { toHex } from "../../core/bytes.js";

/** One file of known answers. `docs/implementing/vectors.md` explains the cases of each. */
export interface VectorFile {
  readonly name: string;
  readonly about: string;
  /** Bytes become lower-case hexadecimal. */
  readonly cases: readonly object[];
}

/** Raised when a case changes its members; new cases and new files do not raise it. */
export const vectorFormat = 1;

export function vectorJson({ name, about, cases }: VectorFile): string {
  return `${JSON.stringify({ format: vectorFormat, name, about, cases: plain(cases) }, undefined, 2)}\n`;
}

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return toHex(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}
