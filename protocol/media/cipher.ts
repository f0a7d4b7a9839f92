import { createCipheriv, createDecipheriv, createHash, createHmac } from "node:crypto";
import { concat, sameBytes, utf8 } from "../../core/bytes.js";
import type { MediaKind } from "../content/content.js";
import { hkdfSha256 } from "../noise/hkdf.js";
import { MediaError } from "./errors.js";

/** Bytes of the truncated HMAC at the end of a stored file. */
export const mediaMacLength = 10;

/** Info of the key derivation, so that a key of one kind opens no file of another (wire 6.1). */
const infos: Readonly<Record<MediaKind, string>> = {
  image: "WhatsApp Image Keys",
  video: "WhatsApp Video Keys",
  audio: "WhatsApp Audio Keys",
  voice: "WhatsApp Audio Keys",
  document: "WhatsApp Document Keys",
};

/** A file as it is stored, and what a message has to say about it. Digests are SHA-256. */
export interface SealedMedia {
  /** Ciphertext and MAC. */
  readonly stored: Uint8Array;
  readonly fileSha256: Uint8Array;
  readonly fileEncSha256: Uint8Array;
}

/** @param mediaKey 32 random bytes, used once. @throws MediaError `media-bad-key`. */
export function sealMedia(kind: MediaKind, mediaKey: Uint8Array, plain: Uint8Array): SealedMedia {
  const { iv, cipherKey, macKey } = deriveKeys(kind, mediaKey);
  const cipher = createCipheriv("aes-256-cbc", cipherKey, iv);
  const ciphertext = concat(cipher.update(plain), cipher.final());
  const stored = concat(ciphertext, macOf(macKey, iv, ciphertext));
  return { stored, fileSha256: sha256(plain), fileEncSha256: sha256(stored) };
}

export interface OpenMediaOptions {
  readonly kind: MediaKind;
  readonly mediaKey: Uint8Array;
  readonly fileSha256: Uint8Array;
  readonly fileEncSha256: Uint8Array;
}

/**
 * The plain file, after checking the digest of what was stored, the MAC, and the digest of the result.
 *
 * @throws MediaError `media-bad-digest`, `media-bad-mac`, `media-bad-padding`, `media-too-short`, `media-bad-key`.
 */
export function openMedia(stored: Uint8Array, { kind, mediaKey, fileSha256, fileEncSha256 }: OpenMediaOptions) {
  const length = stored.length - mediaMacLength;
  // There is always at least one block, for the padding.
  if (length < 16) throw wrong("media-too-short", `${stored.length} bytes`, `at least ${16 + mediaMacLength}`);
  demandDigest(stored, fileEncSha256, "stored");
  const { iv, cipherKey, macKey } = deriveKeys(kind, mediaKey);
  const ciphertext = stored.subarray(0, length);
  if (!sameBytes(macOf(macKey, iv, ciphertext), stored.subarray(length))) {
    throw wrong("media-bad-mac", "another MAC", `the one of ${infos[kind]}`);
  }
  const plain = decrypt(ciphertext, cipherKey, iv);
  demandDigest(plain, fileSha256, "plain");
  return plain;
}

function decrypt(ciphertext: Uint8Array, key: Uint8Array, iv: Uint8Array): Uint8Array {
  const cipher = createDecipheriv("aes-256-cbc", key, iv);
  try {
    return concat(cipher.update(ciphertext), cipher.final());
  } catch (cause) {
    throw new MediaError("media-bad-padding", "Open media: found no sound padding, wanted PKCS #7", { cause });
  }
}

function deriveKeys(kind: MediaKind, mediaKey: Uint8Array) {
  if (mediaKey.length !== 32) throw wrong("media-bad-key", `a key of ${mediaKey.length} bytes`, "32");
  // The last 32 of the 112 bytes are a key that nobody uses.
  const keys = hkdfSha256(new Uint8Array(0), mediaKey, utf8(infos[kind]), 112);
  return { iv: keys.subarray(0, 16), cipherKey: keys.subarray(16, 48), macKey: keys.subarray(48, 80) };
}

function macOf(key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  return createHmac("sha256", key).update(iv).update(ciphertext).digest().subarray(0, mediaMacLength);
}

function demandDigest(bytes: Uint8Array, digest: Uint8Array, which: "stored" | "plain"): void {
  if (!sameBytes(sha256(bytes), digest)) throw wrong("media-bad-digest", `another ${which} file`, "the one announced");
}

function sha256(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(createHash("sha256").update(bytes).digest());
}

function wrong(code: MediaError["code"], found: string, wanted: string): MediaError {
  return new MediaError(code, `Open media: found ${found}, wanted ${wanted}`);
}
