import { createHash } from "node:crypto";
import { type Request, type Response, Router } from "express";
import { toBase64Url, toHex, withoutPadding } from "../../../core/bytes.js";
import type { Journal } from "../../../harness/ports/journal.js";
import { type NextExchange, readBody, recordedHeaders } from "../../http/exchange.js";
import { redactHeaders, redactTokens } from "../../http/redact.js";
import type { MediaStore } from "../../media/store.js";

export interface UploadServerDeps {
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
 * Uploads of ordinary clients (wire 6.2): `POST /mms/<type>/<token>`. The token is the digest of what is stored, which is
 * checked. What is stored is served by the media server.
 */
export function uploadRouter({ journal, nextExchange, store, maximumFileBytes }: UploadServerDeps): Router {
  async function exchange(request: Request, response: Response, act: () => Promise<Answer>): Promise<void> {
    const url = redactTokens(request.originalUrl);
    const common = { kind: "http", server: "media", exchange: nextExchange(), method: request.method, url } as const;
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
    if (withoutPadding(String(request.params["token"])) !== digest) return { status: 400 };
    const path = store.put(bytes);
    if (path === undefined) return { status: 413 };
    const reply = { url: `https://${request.headers.host ?? ""}${path}`, direct_path: path, handle: digest };
    return { status: 200, headers: { "content-type": "application/json" }, body: Buffer.from(JSON.stringify(reply)) };
  }

  return Router().post("/mms/:type/:token", (request, response) => exchange(request, response, () => upload(request)));
}

function digestOf(body: Uint8Array): string {
  return `${body.length} bytes, sha256 ${toHex(createHash("sha256").update(body).digest())}`;
}
