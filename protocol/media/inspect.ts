import { concat } from "../../core/bytes.js";
import { type MediaContent, type MediaKind, mediaKinds } from "../content/content.js";
import type { MediaErrorCode } from "./errors.js";
import { mediaInfo } from "./keys.js";
import { MediaOpener } from "./open.js";

export type MediaMessage = Pick<MediaContent, "mediaKey" | "kind" | "fileSha256" | "fileEncSha256" | "fileLength">;

export interface MediaInspection {
  /** All that is wrong; `media-wrong-kind` stands for the MAC when the keys of another type fit. */
  readonly problems: readonly MediaErrorCode[];
  /** What came out, sound or not. */
  readonly plain: Uint8Array;
}

/** Looks a blob over for judging rather than for reading: goes on where a reader would stop. */
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
