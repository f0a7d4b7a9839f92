import { concat, utf8 } from "../../core/bytes.js";
import { hkdfSha256 } from "../../core/hkdf.js";
import { mediaKinds } from "../../protocol/content/content.js";
import { deriveMediaKeys, mediaInfo, sealMedia } from "../../protocol/media/seal.js";
import { seededRandom } from "../../runtime/random.js";
import type { VectorFile } from "./vector-file.js";

/** Every type, and the lengths at which padding matters. */
export function mediaVectors(): VectorFile {
  const random = seededRandom("vectors: media");
  const file = utf8("The quick brown fox jumps over the lazy dog.");
  const lengths = [0, 15, 16, 17].map((length) => file.subarray(0, length));
  const sealed = (kind: (typeof mediaKinds)[number], plain: Uint8Array) => {
    const mediaKey = random.bytes(32);
    const { iv, cipherKey, macKey } = deriveMediaKeys(mediaKey, kind);
    const { blob, fileSha256, fileEncSha256, fileLength } = sealMedia(plain, { mediaKey, kind });
    return {
      name: `${kind}, ${plain.length} bytes`,
      type: kind,
      info: mediaInfo[kind],
      mediaKey,
      expanded: hkdfSha256(new Uint8Array(0), mediaKey, utf8(mediaInfo[kind]), 112),
      iv,
      cipherKey,
      macKey,
      plain,
      ciphertext: blob.subarray(0, -10),
      mac: blob.subarray(-10),
      blob,
      fileSha256,
      fileEncSha256,
      fileLength,
    };
  };
  const mediaKey = random.bytes(32);
  const { blob } = sealMedia(file, { mediaKey, kind: "image" });
  const flipped = concat(blob.subarray(0, -1), Uint8Array.of((blob.at(-1) ?? 0) ^ 1));
  return {
    name: "media",
    about: "Encrypted files: key derivation for each type, ciphertext, MAC and both hashes.",
    cases: [
      ...mediaKinds.map((kind) => sealed(kind, file)),
      ...lengths.map((plain) => sealed("image", plain)),
      { name: "refused: one bit of the MAC is wrong", type: "image", mediaKey, blob: flipped, refused: true },
      { name: "refused: sealed as an image, opened as a video", type: "video", mediaKey, blob, refused: true },
    ],
  };
}
