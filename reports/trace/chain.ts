import { hash } from "node:crypto";

export const traceEndSchema = "interop-conformance/trace-end@1";

/** Last line of `trace.ndjson`: with it, a line that is changed, added, moved or lost does not go unnoticed. */
export interface TraceEnd {
  readonly schema: typeof traceEndSchema;
  /** Lines between header and end. */
  readonly entries: number;
  /** `chainOf` the header and the entries. */
  readonly chain: string;
}

/** SHA-256 over each line and the digest of all lines before it, hex. The first digest covers the header alone. */
export function chainOf(lines: Iterable<string>): string {
  let digest: Buffer = Buffer.alloc(0);
  for (const line of lines) digest = hash("sha256", Buffer.concat([digest, Buffer.from(line)]), "buffer");
  return digest.toString("hex");
}
