import { createDecipheriv, createHash, createHmac } from "node:crypto";
import { concat, sameBytes, toHex } from "../../core/bytes.js";
import { type MediaKind, mediaKinds } from "../content/content.js";
import { MediaError, type MediaErrorCode } from "./errors.js";
import { blockBytes, deriveMediaKeys, macBytes, type MediaDigests, mediaInfo, type MediaSecret } from "./seal.js";

export interface OpenedEnd {
  /** The last bytes of the file. */
  readonly tail: Uint8Array;
  /** Everything that is wrong, in the order of a reader's checks. Empty: the file is what its sender sent. */
  readonly problems: readonly MediaErrorCode[];
  /** What was found, for comparison with what the message said. */
  readonly digests: Required<MediaDigests>;
}

/**
 * Decrypts a blob of any size piece by piece, in constant memory. What comes out is **not authenticated** before
 * `finish` has found no problem: show nothing of it until then.
 */
export class MediaOpener {
  readonly #decipher;
  readonly #mac;
  readonly #plainHash = createHash("sha256");
  readonly #blobHash = createHash("sha256");
  /** The newest bytes of the blob, which may turn out to be the MAC. */
  #newest: Uint8Array = new Uint8Array(0);
  /** The newest block of plaintext, which may turn out to be padding. */
  #block: Uint8Array = new Uint8Array(0);
  #blobLength = 0;
  #plainLength = 0;

  /** @throws MediaError `media-bad-key` */
  constructor({ mediaKey, kind }: MediaSecret) {
    const { iv, cipherKey, macKey } = deriveMediaKeys(mediaKey, kind);
    // Padding is removed by hand, so that a wrong one is a problem like any other.
    this.#decipher = createDecipheriv("aes-256-cbc", cipherKey, iv).setAutoPadding(false);
    this.#mac = createHmac("sha256", macKey).update(iv);
  }

  /** The next bytes of the file. Keeps no reference to `piece`. */
  update(piece: Uint8Array): Uint8Array {
    this.#blobHash.update(piece);
    this.#blobLength += piece.length;
    if (piece.length < macBytes) {
      const known = concat(this.#newest, piece);
      const sure = Math.max(0, known.length - macBytes);
      this.#newest = known.subarray(sure);
      return this.#decrypt(known.subarray(0, sure));
    }
    const before = this.#decrypt(this.#newest);
    const rest = this.#decrypt(piece.subarray(0, piece.length - macBytes));
    this.#newest = Uint8Array.from(piece.subarray(piece.length - macBytes));
    return before.length === 0 ? rest : concat(before, rest);
  }

  /** Call it once, after the last `update`. */
  finish(wanted: MediaDigests): OpenedEnd {
    const ciphertextLength = this.#blobLength - macBytes;
    const padding = paddingIn(this.#block);
    const tail = this.#counted(this.#block.subarray(0, this.#block.length - padding));
    const digests: Required<MediaDigests> = {
      fileSha256: new Uint8Array(this.#plainHash.digest()),
      fileEncSha256: new Uint8Array(this.#blobHash.digest()),
      fileLength: this.#plainLength,
    };
    const found: readonly (readonly [MediaErrorCode, boolean])[] = [
      ["media-too-short", ciphertextLength < blockBytes],
      ["media-enc-hash-mismatch", !sameBytes(digests.fileEncSha256, wanted.fileEncSha256)],
      ["media-not-blocks", ciphertextLength % blockBytes !== 0],
      ["media-mac-mismatch", !sameBytes(this.#mac.digest().subarray(0, macBytes), this.#newest)],
      ["media-bad-padding", padding === 0],
      ["media-hash-mismatch", !sameBytes(digests.fileSha256, wanted.fileSha256)],
      ["media-length-mismatch", digests.fileLength !== (wanted.fileLength ?? digests.fileLength)],
    ];
    return { tail, problems: found.filter(([, wrong]) => wrong).map(([code]) => code), digests };
  }

  #decrypt(ciphertext: Uint8Array): Uint8Array {
    this.#mac.update(ciphertext);
    const plain = this.#decipher.update(ciphertext);
    if (plain.length === 0) return plain;
    const ready = this.#block.length === 0 ? plain : concat(this.#block, plain);
    this.#block = Uint8Array.from(ready.subarray(ready.length - blockBytes));
    return this.#counted(ready.subarray(0, ready.length - blockBytes));
  }

  #counted(plain: Uint8Array): Uint8Array {
    this.#plainHash.update(plain);
    this.#plainLength += plain.length;
    return plain;
  }
}

/** Length of the PKCS #7 padding that ends `block`, 1 to 16; 0 when it has none. */
function paddingIn(block: Uint8Array): number {
  const length = block.at(-1) ?? 0;
  const fits = length >= 1 && length <= blockBytes && length <= block.length;
  return fits && block.subarray(-length).every((byte) => byte === length) ? length : 0;
}

/**
 * Decrypts a blob that fits into memory.
 *
 * @throws MediaError with the first problem found.
 */
export function openMedia(blob: Uint8Array, secret: MediaSecret, wanted: MediaDigests): Uint8Array {
  const opener = new MediaOpener(secret);
  const head = opener.update(blob);
  const { tail, problems, digests } = opener.finish(wanted);
  const [problem] = problems;
  if (problem !== undefined) throw mediaProblem(problem, blob.length, digests, wanted);
  return concat(head, tail);
}

/** The error for a problem that `MediaOpener` found. */
export function mediaProblem(
  problem: MediaErrorCode,
  blobLength: number,
  found: MediaDigests,
  wanted: MediaDigests,
): MediaError {
  const hash = (digests: MediaDigests): string =>
    toHex(problem === "media-hash-mismatch" ? digests.fileSha256 : digests.fileEncSha256);
  const [seen, right] = ((): readonly [string, string] => {
    switch (problem) {
      case "media-enc-hash-mismatch":
      case "media-hash-mismatch":
        return [`SHA-256 ${hash(found)}`, hash(wanted)];
      case "media-length-mismatch":
        return [`${found.fileLength} bytes`, `${wanted.fileLength}`];
      case "media-mac-mismatch":
        return ["another MAC", "the one of its type's key"];
      case "media-bad-padding":
        return ["bad padding", "1 to 16 equal bytes"];
      default:
        return [`${blobLength} bytes`, "whole blocks and a MAC of 10"];
    }
  })();
  return new MediaError(problem, `Open media: found ${seen}, wanted ${right}`);
}

/** What a message says about a file and its key. */
export type MediaMessage = MediaSecret & MediaDigests;

export interface MediaInspection {
  /** All that is wrong. `media-wrong-kind` replaces the MAC's problem when the keys of another type fit. */
  readonly problems: readonly MediaErrorCode[];
  /** What came out, also when there are problems. */
  readonly plain: Uint8Array;
}

/** Names everything that is wrong with a blob; a reader would stop at the first problem. */
export function inspectMedia(blob: Uint8Array, message: MediaMessage): MediaInspection {
  const own = attempt(blob, message, message.kind);
  if (!own.problems.includes("media-mac-mismatch")) return own;
  const others = mediaKinds.filter((kind) => mediaInfo[kind] !== mediaInfo[message.kind]);
  for (const kind of others) {
    const other = attempt(blob, message, kind);
    if (!other.problems.includes("media-mac-mismatch")) {
      return { plain: other.plain, problems: ["media-wrong-kind", ...other.problems] };
    }
  }
  return own;
}

function attempt(blob: Uint8Array, message: MediaMessage, kind: MediaKind): MediaInspection {
  const opener = new MediaOpener({ mediaKey: message.mediaKey, kind });
  const head = opener.update(blob);
  const { tail, problems } = opener.finish(message);
  return { plain: concat(head, tail), problems };
}
