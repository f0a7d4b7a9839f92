import { createHash } from "node:crypto";
import { type Request, type Response, Router } from "express";
import { toBase64Url, toHex, withoutPadding } from "../../../core/bytes.js";
import { type ExchangeDeps, readBody, recordRequest } from "../../http/exchange.js";
import type { MediaStore } from "../../media/store.js";

export interface UploadServerDeps extends ExchangeDeps {
  readonly store: Pick<MediaStore, "put">;
  readonly maximumFileBytes: number;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/**
 * Uploads of ordinary clients (wire 6.2): `POST /mms/<type>/<token>`. The token must be the digest of the file. The media
 * server serves the stored file.
 */
export function uploadServer(deps: UploadServerDeps): Router {
  const { store, maximumFileBytes } = deps;

  async function serve(request: Request, response: Response): Promise<void> {
    // Without its body: files may be large, and none of them is readable.
    const exchange = recordRequest(deps, "media", request);
    const { status, headers = {}, body = new Uint8Array(0) } = await upload(request);
    const shown = headers["content-type"] === "application/json" ? Buffer.from(body).toString() : digestOf(body);
    exchange.answer({ status, headers, body: shown });
    response.status(status).set(headers).end(body);
  }

  async function upload(request: Request): Promise<Answer> {
    const { bytes, complete } = await readBody(request, maximumFileBytes);
    if (!complete) return { status: 413 };
    const digest = toBase64Url(createHash("sha256").update(bytes).digest());
    // Some clients pad base64, some do not.
    if (withoutPadding(String(request.params["token"])) !== digest) return { status: 400 };
    const path = store.put(bytes);
    if (path === undefined) return { status: 413 };
    const reply = { url: `https://${request.headers.host ?? ""}${path}`, direct_path: path, handle: digest };
    return { status: 200, headers: { "content-type": "application/json" }, body: Buffer.from(JSON.stringify(reply)) };
  }

  return Router().post("/mms/:type/:token", serve);
}

function digestOf(body: Uint8Array): string {
  return `${body.length} bytes, sha256 ${toHex(createHash("sha256").update(body).digest())}`;
}
