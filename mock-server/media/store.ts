import { createHash } from "node:crypto";
import { toBase64Url } from "../../core/bytes.js";
import type { Serving } from "../../faults/hooks.js";

/** Where ordinary clients put and fetch files, and what they show there. */
export interface MediaHost {
  /** Host and port. */
  readonly name: string;
  /** What every `auth` that the host takes begins with. */
  readonly authPrefix: string;
}

/** Between `/v/t` and the name of a file; identifiers of the real host begin like this. */
export const mediaFolder = "62.7118-24/";

/** An encrypted file, and how the media host answers for it. */
export interface StoredMedia {
  readonly blob: Uint8Array;
  readonly serving: Serving;
}

/** A file as it lies there. */
export interface StoredFile {
  /** Digest of the bytes, base64url. */
  readonly id: string;
  readonly path: string;
  readonly blob: Uint8Array;
}

/** The files of the simulated media host, all of them encrypted by their senders: `/v/t{id}` (interop fact 85). */
export interface MediaStore {
  /** Returns the path from which the file can be fetched; undefined when it is too large. */
  put(blob: Uint8Array, serving?: Serving): string | undefined;
  /** What is to be answered this time. */
  get(path: string): StoredMedia | undefined;
  /** Oldest first. */
  list(): readonly StoredFile[];
  /** False when there is no such file. */
  remove(id: string): boolean;
  clear(): void;
}

/** What all files of one endpoint may take together; the oldest go first. */
const maximumTotal = 512 * 2 ** 20;

/**
 * @param maximumFileBytes - Of one file.
 * @param folder - What stands between `/v/t` and the name of a file; real identifiers hold slashes too.
 */
export function createMediaStore(maximumFileBytes: number, folder: string): MediaStore {
  const files = new Map<string, { readonly id: string; readonly media: StoredMedia; answers: number }>();
  let total = 0;

  function remove(path: string): void {
    total -= files.get(path)?.media.blob.length ?? 0;
    files.delete(path);
  }

  return {
    put(given, serving = {}) {
      if (given.length > maximumFileBytes) return undefined;
      const id = toBase64Url(createHash("sha256").update(given).digest());
      const path = `/v/t${folder}${id}.enc`;
      remove(path);
      files.set(path, { id, media: { blob: new Uint8Array(given), serving }, answers: 0 });
      total += given.length;
      for (const oldest of files.keys()) if (total > maximumTotal && oldest !== path) remove(oldest);
      return path;
    },
    get(path) {
      const found = files.get(path);
      if (found === undefined) return undefined;
      const { blob, serving } = found.media;
      found.answers += 1;
      return found.answers <= (serving.answers ?? Number.POSITIVE_INFINITY) ? found.media : { blob, serving: {} };
    },
    list: () => [...files].map(([path, { id, media }]) => ({ id, path, blob: media.blob })),
    remove(id) {
      const [path] = [...files].find(([, file]) => file.id === id) ?? [];
      if (path !== undefined) remove(path);
      return path !== undefined;
    },
    clear() {
      files.clear();
      total = 0;
    },
  };
}
