import { createHash } from "node:crypto";
import type { MediaContent } from "../../protocol/content/content.js";
import type { UploadedMedia } from "./hooks.js";

/** Another blob in the place of the right one; the message tells its hash, so that only closer inspection shows it. */
export function storing(media: UploadedMedia, blob: Uint8Array): UploadedMedia {
  const fileEncSha256 = new Uint8Array(createHash("sha256").update(blob).digest());
  return { ...telling(media, { fileEncSha256 }), blob };
}

/** The right blob, of which the message tells something else. */
export function telling(media: UploadedMedia, change: Partial<MediaContent>): UploadedMedia {
  return { ...media, content: { ...media.content, ...change } };
}
