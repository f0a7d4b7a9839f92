import { buffer } from "node:stream/consumers";
import { extract, pack } from "tar-stream";
import { reasonOf } from "../../core/coded-error.js";
import { CliError } from "../errors.js";

/** A bundle holds a handful of files. */
const maximumFiles = 64;

/** A tar archive of plain files, the same bytes for the same files. @param mtime Milliseconds since 1970, of every file. */
export function writeTar(files: ReadonlyMap<string, Uint8Array>, mtime: number): Promise<Buffer> {
  const archive = pack();
  for (const [name, content] of files) archive.entry({ name, mtime: new Date(mtime) }, Buffer.from(content));
  archive.finalize();
  return buffer(archive);
}

/** Reads what `writeTar` wrote: a few plain files, none of them in a folder. @throws CliError `bundle-malformed`. */
export async function readTar(archive: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const reader = extract();
  reader.end(archive);
  try {
    for await (const entry of reader) {
      const { name, type, size = 0, ...others } = entry.header;
      // `pax` holds what an extended header changes, for example the size, unchecked.
      const isPlain = type === "file" && (others as { readonly pax?: unknown }).pax === null;
      if (!isPlain || !/^\w[\w.-]*$/.test(name) || !Number.isSafeInteger(size) || size < 0)
        throw malformed("an entry that is not a plain file");
      if (files.has(name) || files.size === maximumFiles) throw malformed(`the file ${name} twice, or too many files`);
      files.set(name, await buffer(entry));
    }
  } catch (thrown) {
    throw thrown instanceof CliError ? thrown : malformed(`no tar archive (${reasonOf(thrown)})`);
  }
  return files;
}

export function malformed(found: string): CliError {
  return new CliError(
    "bundle-malformed",
    `Reading the bundle: found ${found}; wanted an archive that "interop bundle" wrote`,
  );
}
