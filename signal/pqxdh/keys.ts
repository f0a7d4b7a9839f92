import { KEMPublicKey, PrivateKey, PublicKey } from "@signalapp/libsignal-client";
import type { Random } from "../../core/random.js";

/** Type bytes before a Curve25519 and before a Kyber1024 key. */
const curveType = 0x05;
const kyberType = 0x08;

/** libsignal reads public keys with their type byte. @throws Error of libsignal for other than 32 bytes. */
export function publicKey(raw: Uint8Array): PublicKey {
  return PublicKey.deserialize(Uint8Array.of(curveType, ...raw));
}

/** @throws Error of libsignal for other than 1568 bytes. */
export function kyberKey(raw: Uint8Array): KEMPublicKey {
  return KEMPublicKey.deserialize(Uint8Array.of(kyberType, ...raw));
}

/** The 32 bytes that stanzas and enlistments carry. */
export function rawPublicKey(key: PublicKey): Uint8Array {
  return Uint8Array.from(key.getPublicKeyBytes());
}

/** The 1568 bytes that stanzas carry. */
export function rawKyberKey(key: KEMPublicKey): Uint8Array {
  return Uint8Array.from(key.serialize().subarray(1));
}

export function newPrivateKey(random: Random | undefined): PrivateKey {
  return random === undefined ? PrivateKey.generate() : PrivateKey.deserialize(Uint8Array.from(random.bytes(32)));
}
