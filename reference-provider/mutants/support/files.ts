import { createHash, createHmac } from "node:crypto";
import { concat } from "../../../core/bytes.js";
import { inspectMedia } from "../../../protocol/media/inspect.js";
import { MediaError, type MediaErrorCode } from "../../../protocol/media/errors.js";
import { deriveMediaKeys, macBytes } from "../../../protocol/media/keys.js";
import { type SealedMedia, sealMedia } from "../../../protocol/media/seal.js";
import type { MediaContent } from "../../../protocol/content/content.js";
import type { UserFile } from "../../files/types.js";

interface SealedDeps {
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
  /** All 32 bytes. */
  macOver(...deps: readonly Uint8Array[]): Uint8Array;
}

/** A file whose blob is put together by `make`; the message tells the hash of just that. */
export function resealed(
  { data, kind }: UserFile,
  mediaKey: Uint8Array,
  make: (deps: SealedDeps) => Uint8Array,
): SealedMedia {
  const sealed = sealMedia(data, { mediaKey, kind });
  const { iv, macKey } = deriveMediaKeys(mediaKey, kind);
  const blob = make({
    iv,
    ciphertext: sealed.blob.subarray(0, -macBytes),
    macOver: (...deps) =>
      createHmac("sha256", macKey)
        .update(concat(...deps))
        .digest(),
  });
  return { ...sealed, blob, fileEncSha256: new Uint8Array(createHash("sha256").update(blob).digest()) };
}

/** Opens a file although it has one of these problems. */
export function tolerating(...tolerated: readonly MediaErrorCode[]) {
  return (blob: Uint8Array, content: MediaContent): Uint8Array => {
    const { plain, problems } = inspectMedia(blob, content);
    const problem = problems.find((code) => !tolerated.includes(code));
    if (problem === undefined) return plain;
    throw new MediaError(problem, `Open media: found ${problem}, wanted none`);
  };
}

/** A copy that lacks one member. */
export function without<Whole extends object, Name extends keyof Whole>(whole: Whole, name: Name): Omit<Whole, Name> {
  const { [name]: left, ...rest } = whole;
  void left;
  return rest;
}
