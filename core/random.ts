/** Randomness as an argument. Implementations are in `runtime/`. */
export interface Random {
  bytes(length: number): Uint8Array;
  /** Uniform in 0 … below - 1. */
  int(below: number): number;
}
