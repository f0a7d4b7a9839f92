import { createCipheriv, createHash, createHmac } from "node:crypto";
import { concat } from "../../core/bytes.js";
import type { MediaContent, MediaKind } from "../content/content.js";
import { blockBytes, deriveMediaKeys, macBytes } from "./keys.js";

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
