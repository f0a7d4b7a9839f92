import { createHash } from "node:crypto";
import { toHex } from "../../core/bytes.js";
import type { OpenedEntry } from "../../harness/model/trace.js";
import type { MediaContent } from "../../protocol/content/content.js";
import { openMedia } from "../../protocol/media/cipher.js";
import { MediaError } from "../../protocol/media/errors.js";
import type { UserContext } from "./context.js";

/** Fetches the file that a message announces and opens it; what came of it is for the trace. */
export function openFile({ media }: UserContext, content: MediaContent): NonNullable<OpenedEntry["file"]> {
  const [path = ""] = content.directPath.split("?", 1);
  const stored = media.get(path);
  if (stored === undefined) return { error: "media-not-found" };
  try {
    const plain = openMedia(stored, content);
    return { length: plain.length, sha256: toHex(createHash("sha256").update(plain).digest()) };
  } catch (thrown) {
    if (thrown instanceof MediaError) return { error: thrown.code };
    throw thrown;
  }
}
