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

export interface SealedEnd {
  /** The last bytes of the blob, the MAC included. */
  readonly tail: Uint8Array;
  readonly digests: MediaDigests;
}

/** Encrypts a file of any size piece by piece: AES-256-CBC with PKCS #7 padding, then ten bytes of HMAC-SHA256. */
export class MediaSealer {
  readonly #cipher;
  readonly #mac;
  readonly #plainHash = createHash("sha256");
  readonly #blobHash = createHash("sha256");
  #length = 0;

  /** @throws MediaError `media-bad-key` */
  constructor({ mediaKey, kind }: MediaSecret) {
    const { iv, cipherKey, macKey } = deriveMediaKeys(mediaKey, kind);
    this.#cipher = createCipheriv("aes-256-cbc", cipherKey, iv);
    this.#mac = createHmac("sha256", macKey).update(iv);
  }

  /** The next bytes of the blob; often a few less or more than went in. */
  update(plain: Uint8Array): Uint8Array {
    this.#length += plain.length;
    this.#plainHash.update(plain);
    return this.#counted(this.#cipher.update(plain));
  }

  /** To be called once, after the last `update`. */
  finish(): SealedEnd {
    const last = this.#counted(this.#cipher.final());
    const mac = this.#mac.digest().subarray(0, macBytes);
    const fileEncSha256 = new Uint8Array(this.#blobHash.update(mac).digest());
    const fileSha256 = new Uint8Array(this.#plainHash.digest());
    return { tail: concat(last, mac), digests: { fileSha256, fileEncSha256, fileLength: this.#length } };
  }

  #counted(ciphertext: Uint8Array): Uint8Array {
    this.#mac.update(ciphertext);
    this.#blobHash.update(ciphertext);
    return ciphertext;
  }
}

export interface SealedMedia extends MediaDigests {
  readonly blob: Uint8Array;
}

/** Encrypts a file that fits into memory. @throws MediaError `media-bad-key` */
export function sealMedia(plain: Uint8Array, secret: MediaSecret): SealedMedia {
  const sealer = new MediaSealer(secret);
  const head = sealer.update(plain);
  const { tail, digests } = sealer.finish();
  return { blob: concat(head, tail), ...digests };
}

/** Bytes of the blob of a file of `plainLength` bytes: at least one byte of padding, up to a whole block, and the MAC. */
export function sealedLength(plainLength: number): number {
  return plainLength + (blockBytes - (plainLength % blockBytes)) + macBytes;
}
