import { concat } from "../core/bytes.js";
import { verify } from "../protocol/xeddsa/verify.js";

const keyType = Uint8Array.of(0x05);

/**
 * Whether `signature` (64 bytes) is one by `identity` over the signed pre-key `key`; both keys are 32 bytes and the
 * signature covers 05 and `key`. False also for anything of the wrong size.
 */
export function verifySignedPreKey(identity: Uint8Array, key: Uint8Array, signature: Uint8Array): boolean {
  return key.length === 32 && verify(identity, concat(keyType, key), signature);
}
