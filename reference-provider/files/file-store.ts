/** Encrypted files of all users, by reference. */
export interface FileStore {
  readonly files: ReadonlyMap<string, Uint8Array>;
  put(ref: string, blob: Uint8Array): void;
  remove(ref: string): void;
  clear(): void;
}

/** Of all files; the oldest go first, and Meta is told that they are gone. */
const maximumBytes = 512 * 2 ** 20;

export function createFileStore(): FileStore {
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  function remove(ref: string): void {
    bytes -= files.get(ref)?.length ?? 0;
    files.delete(ref);
  }

  return {
    files,
    put(ref, blob) {
      remove(ref);
      files.set(ref, blob);
      bytes += blob.length;
      for (const oldest of files.keys()) {
        if (bytes <= maximumBytes || files.size === 1) return;
        remove(oldest);
      }
    },
    remove,
    clear() {
      files.clear();
      bytes = 0;
    },
  };
}
