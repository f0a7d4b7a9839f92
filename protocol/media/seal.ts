import { createCipheriv, createHash, createHmac } from "node:crypto";
import { concat, utf8 } from "../../core/bytes.js";
import { hkdfSha256 } from "../../core/hkdf.js";
import type { MediaContent, MediaKind } from "../content/content.js";
import { MediaError } from "./errors.js";

const mediaKeyBytes = 32;
export const blockBytes = 16;
export const macBytes = 10;

/** Info strings of the key derivation, one for each type of file (interop fact 88, wire 6.1). */
export const mediaInfo: Readonly<Record<MediaKind, string>> = {
  image: "WhatsApp Image Keys",
  video: "WhatsApp Video Keys",
  audio: "WhatsApp Audio Keys",
  // A voice message is an audio message with the same keys.
  voice: "WhatsApp Audio Keys",
  document: "WhatsApp Document Keys",
};

export interface MediaKeys {
  /** 16 bytes. */
  readonly iv: Uint8Array;
  /** 32 bytes. */
  readonly cipherKey: Uint8Array;
  /** 32 bytes. */
  readonly macKey: Uint8Array;
}

/**
 * HKDF-SHA256 of the media key, without salt, to 112 bytes; the last 32 are no longer used.
 *
 * @throws MediaError `media-bad-key`
 */
export function deriveMediaKeys(mediaKey: Uint8Array, kind: MediaKind): MediaKeys {
  if (mediaKey.length !== mediaKeyBytes) {
    const message = `Derive media keys: found a key of ${mediaKey.length} bytes, wanted ${mediaKeyBytes}`;
    throw new MediaError("media-bad-key", message);
  }
  const expanded = hkdfSha256(new Uint8Array(0), mediaKey, utf8(mediaInfo[kind]), 112);
  return { iv: expanded.subarray(0, 16), cipherKey: expanded.subarray(16, 48), macKey: expanded.subarray(48, 80) };
}

/** What a message says about the file that it points to. */
export type MediaDigests = Pick<MediaContent, "fileSha256" | "fileEncSha256" | "fileLength">;

export interface MediaSecret {
  readonly mediaKey: Uint8Array;
  readonly kind: MediaKind;
}

export interface SealedMedia extends Required<MediaDigests> {
  readonly blob: Uint8Array;
}

/**
 * Encrypts a file that fits into memory: AES-256-CBC with PKCS #7 padding, then ten bytes of HMAC-SHA256.
 *
 * @throws MediaError `media-bad-key`
 */
export function sealMedia(plain: Uint8Array, { mediaKey, kind }: MediaSecret): SealedMedia {
  const { iv, cipherKey, macKey } = deriveMediaKeys(mediaKey, kind);
  const cipher = createCipheriv("aes-256-cbc", cipherKey, iv);
  const ciphertext = concat(cipher.update(plain), cipher.final());
  const mac = createHmac("sha256", macKey).update(iv).update(ciphertext).digest().subarray(0, macBytes);
  const blob = concat(ciphertext, mac);
  return { blob, fileSha256: sha256(plain), fileEncSha256: sha256(blob), fileLength: plain.length };
}

/** Bytes of the blob of a file of `plainLength` bytes: at least one byte of padding, up to a whole block, and the MAC. */
export function sealedLength(plainLength: number): number {
  return plainLength + (blockBytes - (plainLength % blockBytes)) + macBytes;
}

function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}
