import type { content as schema } from "../../proto/gen/content.js";
import type { MediaContent, MediaKind } from "./content.js";
import { present, required, requiredBytes } from "./fields.js";

export type MediaField = "imageMessage" | "videoMessage" | "audioMessage" | "documentMessage";

/** All descriptor fields of all kinds; a kind that has no such field reads as undefined. */
type Descriptor = schema.ImageMessage.$Properties &
  schema.VideoMessage.$Properties &
  schema.AudioMessage.$Properties &
  schema.DocumentMessage.$Properties;

/**
 * Reads the media descriptor in `field` of `message`, without the reply.
 *
 * @throws ContentError `content-missing-field`, or `content-bad-field` for keys and digests of other than 32 bytes.
 */
export function decodeMedia(message: schema.Message.$Properties, field: MediaField): MediaContent {
  const found: Partial<Descriptor> = message[field] ?? {};
  const path = (name: string): string => `${field}.${name}`;
  return {
    type: "media",
    kind: kindOf(field, found.ptt === true),
    directPath: required(found.directPath || null, path("directPath")),
    mediaKey: requiredBytes(found.mediaKey, 32, path("mediaKey")),
    fileSha256: requiredBytes(found.fileSha256, 32, path("fileSha256")),
    fileEncSha256: requiredBytes(found.fileEncSha256, 32, path("fileEncSha256")),
    ...present({
      mimetype: found.mimetype || null,
      fileLength: found.fileLength,
      url: found.url || null,
      thumbnail: found.jpegThumbnail,
      caption: found.caption,
      fileName: found.fileName,
      seconds: found.seconds,
      width: found.width,
      height: found.height,
      mediaKeyTimestamp: found.mediaKeyTimestamp,
    }),
  };
}

function kindOf(field: MediaField, ptt: boolean): MediaKind {
  switch (field) {
    case "imageMessage":
      return "image";
    case "videoMessage":
      return "video";
    case "audioMessage":
      return ptt ? "voice" : "audio";
    case "documentMessage":
      return "document";
  }
}
