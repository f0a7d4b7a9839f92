import { createDecipheriv, createHash, createHmac } from "node:crypto";
import { concat, sameBytes } from "../../../core/bytes.js";
import type { Fit } from "../../../core/coded-error.js";
import { mediaKinds } from "../../content/content.js";
import type { MediaMessage } from "../open.js";
import { blockBytes, deriveMediaKeys, macBytes, mediaInfo, type MediaKeys } from "../seal.js";

/** A file that did not open, with what its message says of it. */
export interface FailedMedia {
  readonly blob: Uint8Array;
  readonly message: MediaMessage;
}

interface Attempt extends FailedMedia {
  readonly keys: MediaKeys;
  readonly ciphertext: Uint8Array;
  readonly mac: Uint8Array;
}

type Mistake = readonly [mistake: string, sentence: string, fits: (attempt: Attempt) => boolean];

/** In the order in which they are tried. The sentences end "The file fits if …". */
const mistakes: readonly Mistake[] = [
  [
    "file-not-encrypted",
    "it is stored without encryption (AES-256-CBC, then ten bytes of HMAC-SHA256)",
    ({ blob, message }) => sameBytes(sha256(blob), message.fileSha256),
  ],
  [
    "media-info-of-other-type",
    "the info string of the key derivation is that of another type",
    ({ blob, message }) => otherInfo({ blob, message }) !== undefined,
  ],
  [
    "media-iv-in-file",
    "the IV stands before the ciphertext (it comes from the key derivation and is not sent)",
    ({ ciphertext, keys, message }) =>
      decryptsTo(message, { ...keys, iv: ciphertext.subarray(0, blockBytes) }, ciphertext.subarray(blockBytes)),
  ],
  [
    "media-mac-without-iv",
    "its MAC is over the ciphertext only (it is over the IV and the ciphertext)",
    ({ ciphertext, ...at }) => isMac(at, ciphertext),
  ],
  [
    "media-mac-over-plaintext",
    "its MAC is over the plaintext (it is over the IV and the ciphertext)",
    (at) => [decrypted(at), unpadded(decrypted(at))].some((plain) => isMac(at, at.keys.iv, plain) || isMac(at, plain)),
  ],
  [
    "media-mac-whole",
    "all 32 bytes of the HMAC follow the ciphertext (only the first ten do)",
    ({ blob, keys }) => sameBytes(hmac(keys.macKey, keys.iv, blob.subarray(0, -32)), blob.subarray(-32)),
  ],
  [
    "media-mac-missing",
    "no MAC follows the ciphertext (ten bytes of HMAC-SHA256 do)",
    ({ blob, keys, message }) => decryptsTo(message, keys, blob),
  ],
  [
    "media-iv-zero",
    "the IV is all zeros (it is the first 16 bytes of the derived 112)",
    ({ ciphertext, keys, message }) => decryptsTo(message, { ...keys, iv: new Uint8Array(blockBytes) }, ciphertext),
  ],
  [
    "media-keys-swapped",
    "cipher key and MAC key are swapped (derived bytes 16 to 47 encrypt, 48 to 79 authenticate)",
    ({ ciphertext, keys, message }) => decryptsTo(message, { ...keys, cipherKey: keys.macKey }, ciphertext),
  ],
  [
    "media-key-not-derived",
    "the media key itself encrypts (the keys come from HKDF-SHA256 of it, 112 bytes)",
    ({ ciphertext, keys, message }) => decryptsTo(message, { ...keys, cipherKey: message.mediaKey }, ciphertext),
  ],
  [
    "media-not-padded",
    "a file of whole blocks is not padded (PKCS #7 adds a block of sixteen 16s)",
    (at) => sameBytes(sha256(decrypted(at)), at.message.fileSha256),
  ],
];

/** Mistakes in what the message says of a file that is sound. */
const statements: readonly Mistake[] = [
  [
    "media-enc-hash-without-mac",
    "fileEncSha256 leaves the MAC out (it is over the stored bytes, with the MAC)",
    ({ ciphertext, message }) => sameBytes(sha256(ciphertext), message.fileEncSha256),
  ],
  [
    "media-hash-as-text",
    "a hash is written as text (it is 32 bytes)",
    ({ message }) => isText(message.fileEncSha256) || isText(message.fileSha256),
  ],
  [
    "media-hashes-exchanged",
    "the two hashes are exchanged (fileSha256 is over the plain file, fileEncSha256 over the stored one)",
    ({ blob, message }) => sameBytes(sha256(blob), message.fileSha256),
  ],
  [
    "media-enc-hash-of-plain",
    "fileEncSha256 is over the plain file (it is over the stored bytes, with the MAC)",
    ({ message }) => sameBytes(message.fileEncSha256, message.fileSha256),
  ],
  [
    "media-length-of-blob",
    "fileLength is that of the stored file (it is that of the plain one)",
    ({ blob, message }) => message.fileLength === blob.length,
  ],
];

/** Each mistake costs a pass over the file. */
const maximumBytes = 8 * 2 ** 20;

/** The known mistake with which a file would open, or with which its message would be right. */
export function diagnoseMedia(failed: FailedMedia): Fit | undefined {
  const { blob, message } = failed;
  if (message.mediaKey.length !== 32 || blob.length < macBytes || blob.length > maximumBytes) return undefined;
  const keys = deriveMediaKeys(message.mediaKey, message.kind);
  const at: Attempt = { ...failed, keys, ciphertext: blob.subarray(0, -macBytes), mac: blob.subarray(-macBytes) };
  const found = [...mistakes, ...statements].find(([, , fits]) => fits(at));
  if (found === undefined) return undefined;
  const [mistake, sentence] = found;
  const other =
    mistake === "media-info-of-other-type"
      ? ` ("${otherInfo(failed)}", where "${mediaInfo[message.kind]}" is due)`
      : "";
  return { mistake, sentence: `The file fits if ${sentence}${other}` };
}

function otherInfo({ blob, message }: FailedMedia): string | undefined {
  const own = mediaInfo[message.kind];
  const kind = mediaKinds.find((each) => {
    if (mediaInfo[each] === own) return false;
    const { iv, macKey } = deriveMediaKeys(message.mediaKey, each);
    return sameBytes(hmac(macKey, iv, blob.subarray(0, -macBytes)).subarray(0, macBytes), blob.subarray(-macBytes));
  });
  return kind && mediaInfo[kind];
}

function isMac({ keys, mac }: Pick<Attempt, "keys" | "mac">, ...parts: readonly Uint8Array[]): boolean {
  return sameBytes(hmac(keys.macKey, ...parts).subarray(0, macBytes), mac);
}

/** Without a look at the padding. */
function decrypted({ keys, ciphertext }: Pick<Attempt, "keys" | "ciphertext">): Uint8Array {
  const fits = ciphertext.length % blockBytes === 0 && keys.iv.length === blockBytes;
  if (!fits) return new Uint8Array(0);
  const cipher = createDecipheriv("aes-256-cbc", keys.cipherKey, keys.iv).setAutoPadding(false);
  return concat(cipher.update(ciphertext), cipher.final());
}

function decryptsTo({ fileSha256 }: MediaMessage, keys: MediaKeys, ciphertext: Uint8Array): boolean {
  const plain = decrypted({ keys, ciphertext });
  const bare = unpadded(plain);
  // The hash of an empty file would fit anything that is no more than padding.
  return bare.length < plain.length && sameBytes(sha256(bare), fileSha256);
}

/** All of it if there is no padding as it should be. */
function unpadded(plain: Uint8Array): Uint8Array {
  const padding = plain.at(-1) ?? 0;
  const isPadded = padding >= 1 && padding <= blockBytes && plain.subarray(-padding).every((byte) => byte === padding);
  return isPadded ? plain.subarray(0, -padding) : plain;
}

function isText(hash: Uint8Array): boolean {
  return hash.length > 32 && hash.every((byte) => byte >= 0x20 && byte < 0x7f);
}

function hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  return createHmac("sha256", key)
    .update(concat(...parts))
    .digest();
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}
