import { createHash } from "node:crypto";
import { Readable } from "node:stream";

const pieceBytes = 64 * 1024;

/** Answers a request for an encrypted file (RFC 9110, sections 13 and 14); `file` is undefined when there is none. */
export function answerFile(file, { method, headers }, response) {
  if (method !== "GET" && method !== "HEAD") return void response.writeHead(405, { allow: "GET, HEAD" }).end();
  if (file === undefined) return void response.writeHead(404).end();
  const etag = `"${createHash("sha256").update(file).digest("base64url")}"`;
  const known = headers["if-none-match"]?.match(/\*|"[^"]*"/g) ?? [];
  if (known.includes(etag) || known.includes("*")) return void response.writeHead(304, { etag }).end();
  // A part is given only of the file that the reader has seen.
  const isSame = (headers["if-range"] ?? etag) === etag;
  const range = method === "GET" && isSame ? rangeIn(headers.range, file.length) : undefined;
  if (range === "unsatisfiable") {
    return void response.writeHead(416, { "content-range": `bytes */${file.length}` }).end();
  }
  const { from, to } = range ?? { from: 0, to: file.length - 1 };
  const body = file.subarray(from, to + 1);
  response.writeHead(range === undefined ? 200 : 206, {
    "content-type": "application/octet-stream",
    "content-length": body.length,
    "accept-ranges": "bytes",
    etag,
    ...(range !== undefined && { "content-range": `bytes ${from}-${to}/${file.length}` }),
  });
  if (method === "HEAD") return void response.end();
  return void Readable.from(piecesOf(body)).pipe(response);
}

/** One range of bytes; undefined, which means the whole file, for several, for other units and for what is no range. */
function rangeIn(header, length) {
  const [, first = "", last = ""] = /^bytes=\s*(\d*)-(\d*)\s*$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return undefined;
  if (first === "") {
    return Number(last) === 0 ? "unsatisfiable" : { from: Math.max(0, length - Number(last)), to: length - 1 };
  }
  if (last !== "" && Number(last) < Number(first)) return undefined;
  if (Number(first) >= length) return "unsatisfiable";
  return { from: Number(first), to: Math.min(last === "" ? Infinity : Number(last), length - 1) };
}

function* piecesOf(body) {
  for (let at = 0; at < body.length; at += pieceBytes) yield body.subarray(at, at + pieceBytes);
}
