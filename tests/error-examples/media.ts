import { createCipheriv, createHash, createHmac } from "node:crypto";
import { concat, utf8 } from "../../core/bytes.js";
import type { MediaErrorCode } from "../../protocol/media/errors.js";
import { inspectMedia, mediaProblem, openMedia } from "../../protocol/media/open.js";
import { deriveMediaKeys, sealMedia } from "../../protocol/media/seal.js";
import { downloadPath } from "../../protocol/media/paths.js";
import { example, type Examples } from "./example.js";

const secret = { mediaKey: new Uint8Array(32).fill(7), kind: "image" } as const;
const { blob, ...digests } = sealMedia(utf8("The quick brown fox"), secret);

/** The blob as a receiver opens it who does not compare its hash first. */
function opened(changed: Uint8Array, wrong: Partial<typeof digests> = {}): unknown {
  const fileEncSha256 = new Uint8Array(createHash("sha256").update(changed).digest());
  return openMedia(changed, secret, { ...digests, fileEncSha256, ...wrong });
}

function flipped(at: number): Uint8Array {
  return blob.map((byte, index) => (index === at ? byte ^ 1 : byte));
}

/** Sealed as an image would be, but for the padding. */
function sealedWithoutPadding(): Uint8Array {
  const { iv, cipherKey, macKey } = deriveMediaKeys(secret.mediaKey, secret.kind);
  const cipher = createCipheriv("aes-256-cbc", cipherKey, iv).setAutoPadding(false);
  const ciphertext = concat(cipher.update(utf8("sixteen bytes ok")), cipher.final());
  return concat(ciphertext, createHmac("sha256", macKey).update(iv).update(ciphertext).digest().subarray(0, 10));
}

export const media: Examples<MediaErrorCode> = {
  "media-bad-key": example("A media key has 16 bytes", () => deriveMediaKeys(new Uint8Array(16), "image")),
  "media-bad-path": example("A reference would lead out of its folder", () =>
    downloadPath({ integrator: "example", ref: "../keys" }),
  ),
  "media-too-short": example("The download broke off after ten bytes", () => opened(blob.subarray(0, 10))),
  "media-not-blocks": example("The last byte did not arrive", () => opened(blob.subarray(0, -1))),
  "media-enc-hash-mismatch": example("A byte was changed in the store", () => openMedia(flipped(3), secret, digests)),
  "media-mac-mismatch": example("A byte was changed, and the hash was taken afterwards", () => opened(flipped(3))),
  "media-wrong-kind": example("An image was sealed with the info string of documents", () => {
    const other = sealMedia(utf8("The quick brown fox"), { ...secret, kind: "document" });
    const [code] = inspectMedia(other.blob, { ...other, ...secret }).problems;
    return code === undefined ? undefined : mediaProblem(code, other.blob.length, other, other);
  }),
  "media-bad-padding": example("A file was sealed without padding", () => opened(sealedWithoutPadding())),
  "media-hash-mismatch": example("The message states the hash of another file", () =>
    opened(blob, { fileSha256: new Uint8Array(32) }),
  ),
  "media-length-mismatch": example("The message states the length of the blob", () =>
    opened(blob, { fileLength: blob.length }),
  ),
};
