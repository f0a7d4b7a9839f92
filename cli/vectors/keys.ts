import type { Random } from "../../core/random.js";
import { type KeyPair, keyPairFromPrivate } from "../../protocol/noise/keys.js";

/**
 * A key pair whose private half is clamped already (RFC 7748, section 5). Some libraries clamp only when they make a key, among them
 * that of python-axolotl, and would compute other secrets from the same bytes otherwise.
 */
export function clampedKeyPair(random: Random): KeyPair {
  const bytes = random.bytes(32);
  bytes[0] = (bytes[0] ?? 0) & 0xf8;
  bytes[31] = ((bytes[31] ?? 0) & 0x7f) | 0x40;
  return keyPairFromPrivate(bytes);
}
