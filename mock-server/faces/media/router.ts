import { createHash } from "node:crypto";
import { type Request, type Response, Router } from "express";
import { toBase64Url, toHex } from "../../../core/bytes.js";
import type { Journal } from "../../../harness/ports/journal.js";
import type { NextExchange } from "../../http/exchanges.js";
import { readBody } from "../../http/read-body.js";
import { recordedHeaders } from "../../http/record.js";
import { redactHeaders, redactTokens } from "../../http/redact.js";
import type { MediaStore } from "../../media/store.js";

export interface MediaFaceParts {
  readonly journal: Journal;
  readonly nextExchange: NextExchange;
  readonly store: MediaStore;
  readonly maximumFileBytes: number;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/**
 * The media host of the ordinary client (wire 6.2): `POST /mms/<type>/<token>` stores, `GET <direct path>` fetches. The
 * token is the digest of what is stored, which is checked.
 */
export function mediaRouter({ journal, nextExchange, store, maximumFileBytes }: MediaFaceParts): Router {
  async function exchange(request: Request, response: Response, act: () => Promise<Answer>): Promise<void> {
    const url = redactTokens(request.originalUrl);
    const common = { kind: "http", face: "media", exchange: nextExchange(), method: request.method, url } as const;
    const headers = redactHeaders(recordedHeaders(request.headers));
    // Files may be large, and none of them is readable: their length and digest stand for them.
    journal.record({ ...common, by: "provider", part: "request", headers, body: "" });
    const { status, headers: answered = {}, body = new Uint8Array(0) } = await act();
    const shown = answered["content-type"] === "application/json" ? Buffer.from(body).toString() : digestOf(body);
    journal.record({ ...common, by: "harness", part: "response", status, headers: answered, body: shown });
    response.status(status).set(answered).end(body);
  }

  async function upload(request: Request): Promise<Answer> {
    const { bytes, complete } = await readBody(request, maximumFileBytes);
    if (!complete) return { status: 413 };
    const digest = toBase64Url(createHash("sha256").update(bytes).digest());
    // Clients differ in whether they pad base64.
    if (String(request.params["token"]).replace(/=+$/, "") !== digest) return { status: 400 };
    const path = store.put(bytes);
    if (path === undefined) return { status: 413 };
    const reply = { url: `https://${request.headers.host ?? ""}${path}`, direct_path: path, handle: digest };
    return { status: 200, headers: { "content-type": "application/json" }, body: Buffer.from(JSON.stringify(reply)) };
  }

  function download(request: Request): Answer {
    const file = store.get(request.path);
    if (file === undefined) return { status: 404 };
    const { headers, body, status } = slice(file, request.headers.range);
    return { status, headers: { ...headers, "content-type": "application/octet-stream" }, body };
  }

  return Router()
    .post("/mms/:type/:token", (request, response) => exchange(request, response, () => upload(request)))
    .get("/v/*path", (request, response) => exchange(request, response, async () => download(request)));
}

/** One range from a start to an end or to the last byte; anything else gets the whole file (RFC 9110 section 14.2). */
function slice(file: Uint8Array, range: string | undefined): Required<Answer> {
  const match = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? "");
  const whole = { status: 200, headers: { "accept-ranges": "bytes" }, body: file };
  if (match === null) return whole;
  const [, from = "", to = ""] = match;
  const start = Number(from);
  const end = Math.min(to === "" ? file.length : Number(to) + 1, file.length);
  if (start >= end)
    return { status: 416, headers: { "content-range": `bytes */${file.length}` }, body: new Uint8Array() };
  const headers = { ...whole.headers, "content-range": `bytes ${start}-${end - 1}/${file.length}` };
  return { status: 206, headers, body: file.subarray(start, end) };
}

function digestOf(body: Uint8Array): string {
  return `${body.length} bytes, sha256 ${toHex(createHash("sha256").update(body).digest())}`;
}
