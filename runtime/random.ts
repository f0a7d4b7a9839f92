import { createHash, randomBytes, randomInt } from "node:crypto";
import type { Random } from "../core/random.js";

export const systemRandom: Random = {
  bytes: (length) => Uint8Array.from(randomBytes(length)),
  int: (below) => (below <= 1 ? 0 : randomInt(below)),
};

/**
 * Reproducible randomness for ids, order and test data: SHA-256 in counter mode over the seed. Never for secrets that
 * protect anything outside a test.
 */
export function seededRandom(seed: string): Random {
  let counter = 0;
  let pool = Buffer.alloc(0);
  function bytes(length: number): Uint8Array {
    while (pool.length < length) {
      const block = createHash("sha256").update(`${seed}\0${counter++}`).digest();
      pool = Buffer.concat([pool, block]);
    }
    const taken = Uint8Array.from(pool.subarray(0, length));
    pool = pool.subarray(length);
    return taken;
  }
  return {
    bytes,
    // 48 bits against a bound far below that: the bias of the remainder is negligible.
    int: (below) => Buffer.from(bytes(6)).readUIntBE(0, 6) % Math.max(1, below),
  };
}
