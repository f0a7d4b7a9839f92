import { createHash } from "node:crypto";
import { toBase64Url } from "../../core/bytes.js";

/** The files of the simulated media host, all of them encrypted by their senders. */
export interface MediaStore {
  /** Returns the path from which the file can be fetched; undefined when it is too large. */
  put(stored: Uint8Array): string | undefined;
  get(path: string): Uint8Array | undefined;
  clear(): void;
}

/** What all files of one endpoint may take together; the oldest go first. */
const maximumTotal = 512 * 2 ** 20;

/** @param maximumFileBytes - Of one file. */
export function createMediaStore(maximumFileBytes: number): MediaStore {
  const files = new Map<string, Uint8Array>();
  let total = 0;

  function remove(path: string, file: Uint8Array): void {
    files.delete(path);
    total -= file.length;
  }

  return {
    put(stored) {
      if (stored.length > maximumFileBytes) return undefined;
      const path = `/v/t62.7118-24/${toBase64Url(createHash("sha256").update(stored).digest())}.enc`;
      const known = files.get(path);
      if (known !== undefined) remove(path, known);
      files.set(path, Uint8Array.from(stored));
      total += stored.length;
      for (const [oldest, file] of files) if (total > maximumTotal && oldest !== path) remove(oldest, file);
      return path;
    },
    get: (path) => files.get(path),
    clear() {
      files.clear();
      total = 0;
    },
  };
}
