import { PrivateKey, PublicKey } from "libsignal-x3dh";
import type { Random } from "../../core/random.js";

const keyType = 0x05;

/** libsignal reads public keys with their type byte. @throws Error of libsignal for other than 32 bytes. */
export function publicKey(raw: Uint8Array): PublicKey {
  return PublicKey.deserialize(Buffer.concat([Uint8Array.of(keyType), raw]));
}

/** The 32 bytes that stanzas and enlistments carry. */
export function rawPublicKey(key: PublicKey): Uint8Array {
  return Uint8Array.from(key.getPublicKeyBytes());
}

export function newPrivateKey(random: Random | undefined): PrivateKey {
  return random === undefined ? PrivateKey.generate() : PrivateKey.deserialize(Buffer.from(random.bytes(32)));
}
