import { publicKey } from "./x3dh/keys.js";

/**
 * Whether `signature` (64 bytes) is one by `identity` over the signed pre-key `key`; both keys are 32 bytes and the
 * signature covers 05 and `key`. False also for anything of the wrong size.
 */
export function verifySignedPreKey(identity: Uint8Array, key: Uint8Array, signature: Uint8Array): boolean {
  if (identity.length !== 32 || key.length !== 32 || signature.length !== 64) return false;
  return publicKey(identity).verify(publicKey(key).serialize(), Buffer.from(signature));
}
