import { createHash } from "node:crypto";
import { concat } from "../core/bytes.js";
import type { MediaContent } from "../protocol/content/content.js";
import { sealMedia } from "../protocol/media/seal.js";
import { fault, faultTable } from "./fault.js";
import type { UploadedMedia } from "./hooks.js";
import { integer } from "./parameters.js";
import { flipLastByte } from "./stanza-edits.js";

/** What can be wrong with a file of a simulated user, with what its message states, and with how it is served. */
export const mediaFaults = faultTable({
  "media-mac-wrong": fault({
    sentence: "Stores a file with a wrong MAC and states the hash of that file",
    hook: "media-upload",
    effect: (media) => storing(media, flipLastByte(media.blob)),
  }),
  "media-kind-wrong": fault({
    sentence: "Encrypts a file with the keys of another media type than the message has",
    hook: "media-upload",
    effect(media) {
      const kind = media.content.kind === "document" ? "image" : "document";
      const { blob } = sealMedia(media.plain, { mediaKey: media.content.mediaKey, kind });
      return storing(media, blob);
    },
  }),
  "media-enc-hash-wrong": fault({
    sentence: "States a wrong hash of the encrypted file",
    hook: "media-upload",
    effect: (media) => stating(media, { fileEncSha256: flipLastByte(media.content.fileEncSha256) }),
  }),
  "media-hash-wrong": fault({
    sentence: "States a wrong hash of the file before encryption",
    hook: "media-upload",
    effect: (media) => stating(media, { fileSha256: flipLastByte(media.content.fileSha256) }),
  }),
  "media-length-wrong": fault({
    sentence: "States a length that differs from that of the file by so many bytes",
    hook: "media-upload",
    params: { by: integer(-1000, 1000, 1) },
    effect: (media, { by }) => stating(media, { fileLength: media.plain.length + by }),
  }),
  "media-truncated": fault({
    sentence: "Stores a file whose end is missing",
    hook: "media-upload",
    // Without a parameter, whole blocks are cut off, so that the rest still has the form of a file.
    params: { bytes: integer(1, 1000, 32) },
    effect: (media, { bytes }) => ({ ...media, blob: media.blob.subarray(0, -bytes) }),
  }),
  "media-surplus": fault({
    sentence: "Stores a file with extra bytes after its end",
    hook: "media-upload",
    effect: (media) => ({ ...media, blob: concat(media.blob, new Uint8Array(32).fill(0xa5)) }),
  }),
  "media-missing": fault({
    sentence: "Answers that a file does not exist",
    hook: "media-upload",
    params: { status: integer(400, 499, 404) },
    effect: (media, { status }) => ({ ...media, serving: { status } }),
  }),
  "media-unavailable": fault({
    sentence: "Answers the first requests for a file with a server error",
    hook: "media-upload",
    params: { status: integer(500, 599, 503), answers: integer(1, 100, 1) },
    effect: (media, serving) => ({ ...media, serving }),
  }),
  "media-broken-off": fault({
    sentence: "Breaks off the first transfers of a file halfway",
    hook: "media-upload",
    params: { answers: integer(1, 100, 1) },
    effect: (media, { answers }) => ({ ...media, serving: { breaksAt: 0.5, answers } }),
  }),
  "media-broken-off-unsized": fault({
    sentence: "Breaks off the first transfer of a file halfway, and serves parts of it without the length of the whole",
    hook: "media-upload",
    effect: (media) => ({ ...media, serving: { breaksAt: 0.5, answers: 1, unsized: true } }),
  }),
  "media-ends-early": fault({
    sentence: "Ends the first transfer of a file halfway, without its length, as if that were all of it",
    hook: "media-upload",
    effect: (media) => ({ ...media, serving: { endsAt: 0.5, answers: 1 } }),
  }),
  "media-packed": fault({
    sentence: "Compresses a file for clients that say that they take it",
    hook: "media-upload",
    effect: (media) => ({ ...media, serving: { packed: true } }),
  }),
  "media-odd-headers": fault({
    sentence: "Writes the names of headers in capitals, and adds headers that mean nothing to the client",
    hook: "media-upload",
    effect: (media) => ({ ...media, serving: { odd: true } }),
  }),
  "media-address-dead": fault({
    sentence: "States an address of the file at which there is nothing; the path is right",
    hook: "media-upload",
    effect: (media) => stating(media, { url: "https://media.invalid/v/t0" }),
  }),
  "media-slow": fault({
    sentence: "Sends a file in pieces with pauses between them",
    hook: "media-upload",
    params: { pieces: integer(1, 1000, 8), everyMs: integer(1, 10_000, 50) },
    effect: (media, pace) => ({ ...media, serving: { pace } }),
  }),
});

/** Stores another blob. The message states the hash of that blob, so only the MAC or the content shows the defect. */
function storing(media: UploadedMedia, blob: Uint8Array): UploadedMedia {
  const fileEncSha256 = new Uint8Array(createHash("sha256").update(blob).digest());
  return { ...stating(media, { fileEncSha256 }), blob };
}

/** Stores the correct blob, and states something else about it. */
function stating(media: UploadedMedia, change: Partial<MediaContent>): UploadedMedia {
  return { ...media, content: { ...media.content, ...change } };
}
