import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { reasonOf } from "../../core/coded-error.js";
import { pictureKind } from "../../harness/model/picture.js";
import type { NewEntryOf } from "../../harness/model/trace.js";

/** Of one picture; a photograph of a phone's screen is smaller. */
export const largestPicture = 8 * 1024 * 1024;
/** In one run. */
const mostPictures = 200;

export type Kept = { readonly file: string } | { readonly problem: string };

/** Keeps the pictures that the person gives, each under a name of its own, and notes them in the trace. */
export interface Pictures {
  /** @param about What the person was asked. */
  keep(bytes: Uint8Array, about: string): Promise<Kept>;
}

/**
 * @param folder Of the report, which is there.
 * @param record Writes into the trace of the current scenario.
 */
export function picturesIn(folder: string, record: (entry: NewEntryOf<"picture">) => void): Pictures {
  let count = 0;
  return {
    async keep(bytes, about) {
      const kind = pictureKind(bytes);
      if (kind === undefined) return { problem: "Found no picture, wanted PNG, JPEG, GIF or WebP" };
      if (count >= mostPictures) return { problem: `Found more than ${mostPictures} pictures in one run` };
      count += 1;
      const file = `pictures/${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}.${kind}`;
      try {
        await mkdir(join(folder, "pictures"), { recursive: true });
        await writeFile(join(folder, file), bytes);
      } catch (thrown) {
        return { problem: `Keeping the picture: ${reasonOf(thrown)}` };
      }
      record({ kind: "picture", by: "provider", file, bytes: bytes.length, about });
      return { file };
    },
  };
}
