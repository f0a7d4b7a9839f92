import { contentRange, parseRange } from "../../protocol/media/range.js";
import type { FileAnswer, FileRequest } from "./types.js";

const nothing = new Uint8Array(0);

/** The answer of the media host for `blob`; undefined when there is no such file (any more). */
export function fileAnswer({ method, range: asked }: FileRequest, blob: Uint8Array | undefined): FileAnswer {
  if (method !== "GET" && method !== "HEAD") return { status: 405, headers: { allow: "GET, HEAD" }, body: nothing };
  if (blob === undefined) return { status: 404, headers: {}, body: nothing };
  // The type of what is inside is nobody's business but the recipient's.
  const usual = { "content-type": "application/octet-stream", "accept-ranges": "bytes" };
  const range = method === "GET" ? parseRange(asked, blob.length) : undefined;
  if (range === undefined) return { status: 200, headers: usual, body: blob };
  const place = { "content-range": contentRange(range, blob.length) };
  if (range === "unsatisfiable") return { status: 416, headers: place, body: nothing };
  return { status: 206, headers: { ...usual, ...place }, body: blob.subarray(range.from, range.to + 1) };
}
