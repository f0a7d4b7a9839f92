import { CliError } from "../errors.js";

const block = 512;
/** A bundle holds a handful of files, the trace being the largest by far. */
const maximumFiles = 64;

/** A POSIX ustar archive: plain files, owned by nobody, all of one time. @param mtime Seconds since 1970. */
export function writeTar(files: ReadonlyMap<string, Uint8Array>, mtime: number): Buffer {
  const parts: Uint8Array[] = [];
  for (const [name, content] of files) {
    parts.push(header(name, content.length, mtime), content);
    parts.push(Buffer.alloc((block - (content.length % block)) % block));
  }
  // Two empty blocks end an archive.
  return Buffer.concat([...parts, Buffer.alloc(2 * block)]);
}

function header(name: string, size: number, mtime: number): Buffer {
  const head = Buffer.alloc(block);
  if (Buffer.byteLength(name) > 100) throw new TypeError(`A name of at most 100 bytes is wanted, found "${name}"`);
  head.write(name, 0);
  head.write("0000644\0", 100);
  head.write("0000000\0", 108);
  head.write("0000000\0", 116);
  head.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  head.write(`${Math.floor(mtime).toString(8).padStart(11, "0")}\0`, 136);
  head.write("0", 156);
  head.write("ustar\u000000", 257);
  head.write(`${checksum(head).toString(8).padStart(6, "0")}\0 `, 148);
  return head;
}

/** Sum of the bytes of a header, its own field taken as spaces. */
function checksum(head: Uint8Array): number {
  let sum = 0;
  for (const [index, byte] of head.entries()) sum += index >= 148 && index < 156 ? 0x20 : byte;
  return sum;
}

/** Reads what `writeTar` wrote: plain files without folders. @throws CliError `bundle-malformed`. */
export function readTar(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  let at = 0;
  for (;;) {
    const head = archive.subarray(at, at + block);
    if (head.length < block) throw malformed(`it ends within a header at byte ${at}`);
    if (head.every((byte) => byte === 0)) return files;
    if (octal(head, 148, 8) !== checksum(head)) throw malformed(`a bad header at byte ${at}`);
    const name = text(head, 0, 100);
    const size = octal(head, 124, 12);
    if (!/^[\w][\w.-]*$/.test(name) || head[156] !== 0x30)
      throw malformed(`an entry that is no plain file at byte ${at}`);
    if (files.has(name) || files.size === maximumFiles) throw malformed(`the file ${name} twice, or too many files`);
    const content = archive.subarray(at + block, at + block + size);
    if (content.length < size) throw malformed(`the file ${name} cut off`);
    files.set(name, content);
    at += block + Math.ceil(size / block) * block;
  }
}

function octal(head: Buffer, at: number, length: number): number {
  const digits = text(head, at, length).trim();
  return /^[0-7]{1,11}$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

function text(head: Buffer, at: number, length: number): string {
  return head.toString("latin1", at, at + length).replace(/\0.*$/s, "");
}

export function malformed(found: string): CliError {
  return new CliError(
    "bundle-malformed",
    `Reading the bundle: found ${found}; wanted an archive that "interop bundle" wrote`,
  );
}
