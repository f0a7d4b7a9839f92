import type { FileContent } from "../../harness/ports/file.js";
import type { MediaContent } from "../../protocol/content/content.js";
import { sealMedia } from "../../protocol/media/seal.js";
import type { UserContext } from "./context.js";
import { UserError } from "./errors.js";

/**
 * Encrypts a file and puts it on Meta's media host; returns what the message says of it.
 *
 * @throws UserError `user-file-too-large`
 */
export function upload(
  { clock, random, faults, media, mediaHost }: UserContext,
  file: FileContent,
  { id, to }: { readonly id: string; readonly to: string },
): MediaContent {
  const mediaKey = random.bytes(32);
  const { type: kind, data, ...described } = file;
  const { blob, ...digests } = sealMedia(data, { mediaKey, kind });
  const content: MediaContent = {
    type: "media",
    kind,
    ...described,
    ...digests,
    mediaKey,
    mediaKeyTimestamp: Math.floor(clock.now() / 1000),
    directPath: "/",
  };
  const place = { accounts: [to], messageId: id };
  const uploaded = faults.apply("media-upload", { plain: data, blob, content, serving: {} }, place);
  const directPath = media.put(uploaded.blob, uploaded.serving);
  if (directPath === undefined) {
    const found = `${uploaded.blob.length} bytes`;
    throw new UserError("user-file-too-large", `Upload ${kind}: found ${found}, wanted what the host takes`);
  }
  const host = mediaHost();
  return { ...uploaded.content, ...(host !== undefined && { url: `https://${host.name}${directPath}` }), directPath };
}
