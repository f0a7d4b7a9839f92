import type { Readable } from "node:stream";

export interface ReadBody {
  /** What arrived, cut off at the limit. */
  readonly bytes: Uint8Array;
  /** False when there was more than the limit allows. */
  readonly complete: boolean;
}

/** Reads `source` to its end or to `maximumBytes`, whichever comes first. Rejects when the source breaks off. */
export async function readBody(source: Readable, maximumBytes: number): Promise<ReadBody> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early must not destroy the source: a server still has to answer on the same socket.
  for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maximumBytes) return { bytes: Buffer.concat(chunks, maximumBytes), complete: false };
  }
  return { bytes: Buffer.concat(chunks, size), complete: true };
}
