import { hkdfSync } from "node:crypto";
import { utf8 } from "../../core/bytes.js";
import type { MediaKind } from "../content/content.js";
import { MediaError } from "./errors.js";

export const mediaKeyBytes = 32;
export const blockBytes = 16;
export const macBytes = 10;

/** Info strings of the key derivation, one for each type of file (interop fact 88, wire 6.1). */
export const mediaInfo: Readonly<Record<MediaKind, string>> = {
  image: "WhatsApp Image Keys",
  video: "WhatsApp Video Keys",
  audio: "WhatsApp Audio Keys",
  // A voice message is an audio message; it has no keys of its own.
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
 * HKDF-SHA256 of the media key, without salt, to 112 bytes; the last 32 have no use any more.
 *
 * @throws MediaError `media-bad-key`
 */
export function deriveMediaKeys(mediaKey: Uint8Array, kind: MediaKind): MediaKeys {
  if (mediaKey.length !== mediaKeyBytes) {
    const message = `Derive media keys: found a key of ${mediaKey.length} bytes, wanted ${mediaKeyBytes}`;
    throw new MediaError("media-bad-key", message);
  }
  const expanded = new Uint8Array(hkdfSync("sha256", mediaKey, new Uint8Array(0), utf8(mediaInfo[kind]), 112));
  return { iv: expanded.subarray(0, 16), cipherKey: expanded.subarray(16, 48), macKey: expanded.subarray(48, 80) };
}
