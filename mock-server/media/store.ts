import { createHash } from "node:crypto";
import { toBase64Url } from "../../core/bytes.js";
import type { Serving } from "../../faults/hooks.js";
import type { MediaProfile } from "../../profiles/profile.js";

/** Where ordinary clients put and fetch files. */
export interface MediaHost {
  /** Host and port. */
  readonly name: string;
  /** The beginning of every `auth` that the host accepts. */
  readonly authPrefix: string;
}

/** The part of a path between `/v/t` and the name of a file, as in paths of the real host. */
export const mediaFolder = "62.7118-24/";

/** An encrypted file, and how the media host answers for it. */
export interface StoredMedia {
  readonly blob: Uint8Array;
  readonly serving: Serving;
}

/** A stored file, for lists. */
export interface StoredFile {
  /** Digest of the bytes, base64url. */
  readonly id: string;
  readonly path: string;
  readonly blob: Uint8Array;
}

/** The files of the simulated media host, all encrypted by their senders: `/v/t{id}` (interop fact 85). */
export interface MediaStore {
  /** Returns the path of the file, with the query of the profile; undefined if it is too large. */
  put(blob: Uint8Array, serving?: Serving): string | undefined;
  /** The next answer for this path, with any query or none: clients add to it (interop fact 148). */
  get(path: string): StoredMedia | undefined;
  /** Oldest first. */
  list(): readonly StoredFile[];
  /** False if there is no such file. */
  remove(id: string): boolean;
  clear(): void;
}

/** A path as it is stored, and as the media host looks it up. */
export function withoutQuery(path: string): string {
  return path.split("?", 1)[0] ?? "";
}

/** Limit for all files of one endpoint together; the oldest are dropped first. */
const maximumTotal = 512 * 2 ** 20;

export interface MediaStoreOptions extends Pick<MediaProfile, "maximumFileBytes" | "pathQuery"> {
  /** The part of a path between `/v/t` and the name of a file. */
  readonly folder: string;
}

export function createMediaStore({ maximumFileBytes, pathQuery, folder }: MediaStoreOptions): MediaStore {
  const files = new Map<string, { readonly id: string; readonly media: StoredMedia; answers: number }>();
  let total = 0;

  function remove(path: string): void {
    total -= files.get(path)?.media.blob.length ?? 0;
    files.delete(path);
  }

  const full = (path: string): string => (pathQuery === "" ? path : `${path}?${pathQuery}`);

  return {
    put(given, serving = {}) {
      if (given.length > maximumFileBytes) return undefined;
      const id = toBase64Url(createHash("sha256").update(given).digest());
      const path = `/v/t${folder}${id}.enc`;
      remove(path);
      files.set(path, { id, media: { blob: new Uint8Array(given), serving }, answers: 0 });
      total += given.length;
      for (const oldest of files.keys()) if (total > maximumTotal && oldest !== path) remove(oldest);
      return full(path);
    },
    get(path) {
      const found = files.get(withoutQuery(path));
      if (found === undefined) return undefined;
      const { blob, serving } = found.media;
      const { unsized = false, packed = false, odd = false } = serving;
      found.answers += 1;
      return found.answers <= (serving.answers ?? Number.POSITIVE_INFINITY)
        ? found.media
        : { blob, serving: { unsized, packed, odd } };
    },
    list: () => [...files].map(([path, { id, media }]) => ({ id, path: full(path), blob: media.blob })),
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
