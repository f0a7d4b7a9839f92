/**
 * Mistakes in a handshake that implementations make, each as the end of "It would work if …". The simulated server tries them
 * on a handshake that fails; providers with one of these defects prove it.
 */
export const handshakeMistakes = {
  "name-hashed":
    "the protocol name is hashed (Noise_XX_25519_AESGCM_SHA256, padded with zeros to 32 bytes, becomes h and ck unhashed)",
  "prologue-missing": "the prologue is empty (it is the four header bytes as sent, 57 41 06 03)",
  "prologue-skipped":
    "no prologue is mixed in at all (MixHash of the four header bytes comes before the first message)",
  "empty-payload-hashed":
    "the empty payload of the first message is hashed, as ordinary Noise libraries do (no MixHash follows the ephemeral key)",
  "outputs-swapped":
    "the two HKDF outputs of MixKey are swapped (the first 32 bytes are the chaining key, the last 32 the cipher key)",
  "associated-data-missing": "the handshake is encrypted without associated data (it is h, the handshake hash)",
  "nonce-little-endian":
    "the nonce is little-endian, as for ChaChaPoly (AES-GCM takes eight zero bytes, then the count with 32 bits, big-endian)",
  "nonce-lowest-byte-first":
    "the nonce is little-endian in its last four bytes (AES-GCM takes eight zero bytes, then the count with 32 bits, big-endian)",
  "nonce-not-reset": "the nonce goes on counting after MixKey (each MixKey sets it to 0)",
  "nonce-stays-zero": "the nonce stays 0 (it counts up with each encryption under the same key)",
  "plaintext-hashed": "MixHash takes the plaintext of encrypted fields (it takes the ciphertext with its tag)",
  "server-payload-not-hashed":
    "the server's encrypted payload is left out of h (its reader mixes in the ciphertext after decrypting it)",
} as const;

export type HandshakeMistake = keyof typeof handshakeMistakes;

export const handshakeMistakeIds = Object.keys(handshakeMistakes) as readonly HandshakeMistake[];
