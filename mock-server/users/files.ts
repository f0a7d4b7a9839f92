import { createHash } from "node:crypto";
import { toHex } from "../../core/bytes.js";
import type { OpenedEntry } from "../../harness/model/trace.js";
import type { MediaContent } from "../../protocol/content/content.js";
import { MediaError } from "../../protocol/media/errors.js";
import { openMedia } from "../../protocol/media/open.js";
import type { UserContext } from "./context.js";

/** Opens a file that lies on Meta's own media host; what came of it is for the trace. */
export function openFile(
  { media }: Pick<UserContext, "media">,
  path: string,
  content: MediaContent,
): NonNullable<OpenedEntry["file"]> {
  const stored = media.get(path);
  if (stored === undefined) return { error: "media-not-found" };
  try {
    const plain = openMedia(stored.blob, content, content);
    return { length: plain.length, sha256: toHex(createHash("sha256").update(plain).digest()) };
  } catch (thrown) {
    if (thrown instanceof MediaError) return { error: thrown.code };
    throw thrown;
  }
}
