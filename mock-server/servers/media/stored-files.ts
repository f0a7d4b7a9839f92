import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { gzipSync } from "node:zlib";
import { toHex } from "../../../core/bytes.js";
import type { Clock } from "../../../core/clock.js";
import type { Serving } from "../../../faults/hooks.js";
import { type ExchangeDeps, recordedBody, recordRequest } from "../../http/exchange.js";
import { contentRange, parseRange } from "../../../protocol/media/range.js";
import type { MediaStore, StoredMedia } from "../../media/store.js";
import { beginningBytes } from "./fetcher.js";
import type { Outlet } from "./outlet.js";

export interface StoredFilesDeps extends ExchangeDeps {
  /** Real time: it paces slow answers. */
  readonly clock: Clock;
  readonly store: Pick<MediaStore, "get">;
}

interface Answer extends Pick<Serving, "breaksAt" | "endsAt" | "odd" | "pace"> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Answers a request for a file that a simulated user or an ordinary client uploaded. */
export function serveStored(deps: StoredFilesDeps, path: string, request: IncomingMessage, outlet: Outlet): void {
  const { method = "" } = request;
  const exchange = recordRequest(deps, "media", request);
  const answer = withLength(answerFor(deps.store.get(path), request));
  // Recorded before it is sent: a scenario that waits for the reaction of the client finds the answer in the trace.
  exchange.answer(recorded(answer, method));
  send(answer, method, outlet, deps.clock);
}

const nothing = new Uint8Array(0);

function answerFor(media: StoredMedia | undefined, { method, headers }: IncomingMessage): Answer {
  if (method !== "GET" && method !== "HEAD") return { status: 405, headers: { allow: "GET, HEAD" }, body: nothing };
  if (media === undefined) return { status: 404, headers: {}, body: nothing };
  const { blob, serving } = media;
  if (serving.status !== undefined) return { status: serving.status, headers: {}, body: nothing };
  const usual = { "content-type": "application/octet-stream", "accept-ranges": "bytes" };
  const range = method === "GET" ? parseRange(headers.range, blob.length) : undefined;
  if (range === undefined) {
    if (serving.packed !== true || !/gzip/.test(String(headers["accept-encoding"]))) {
      return { ...serving, status: 200, headers: usual, body: blob };
    }
    return { ...serving, status: 200, headers: { ...usual, "content-encoding": "gzip" }, body: gzipSync(blob) };
  }
  const sized = contentRange(range, blob.length);
  const place = { "content-range": serving.unsized === true ? sized.replace(/\d+$/, "*") : sized };
  if (range === "unsatisfiable") return { status: 416, headers: place, body: nothing };
  return { ...serving, status: 206, headers: { ...usual, ...place }, body: blob.subarray(range.from, range.to + 1) };
}

/** Stated in every answer, that to HEAD included (interop fact 85). */
function withLength(answer: Answer): Answer {
  // An answer that ends early states none, or its end would be no end.
  const length = answer.endsAt === undefined ? { "content-length": `${answer.body.length}` } : {};
  return { ...answer, headers: { ...answer.headers, ...length } };
}

function send(
  { status, headers, body, breaksAt, endsAt, odd, pace }: Answer,
  method: string,
  outlet: Outlet,
  clock: Clock,
): void {
  outlet.writeHead(status, odd === true ? inCapitals(headers) : headers);
  if (method === "HEAD") return outlet.end();
  if (breaksAt !== undefined) {
    return outlet.write(body.subarray(0, partOf(body, breaksAt)), () => outlet.destroy());
  }
  if (pace === undefined) return outlet.end(body.subarray(0, endsAt && partOf(body, endsAt)));
  const width = Math.max(1, Math.ceil(body.length / pace.pieces));
  const next = (from: number): void => {
    if (outlet.destroyed) return;
    if (from >= body.length) return outlet.end();
    outlet.write(body.subarray(from, from + width));
    clock.after(pace.everyMs, () => next(from + width));
  };
  next(0);
}

function recorded({ status, headers, body, breaksAt, endsAt }: Answer, method: string) {
  const share = breaksAt ?? endsAt;
  const sent = method === "HEAD" ? nothing : body.subarray(0, share === undefined ? undefined : partOf(body, share));
  return {
    status,
    headers,
    ...(sent.length <= beginningBytes ? recordedBody(sent) : { body: "" }),
    digest: { bytes: sent.length, sha256: toHex(createHash("sha256").update(sent).digest()) },
    ...(breaksAt !== undefined && { broken: "http-cut-short" }),
  };
}

/** As lawful as the usual names (RFC 9110, section 5.1), with headers that a client has no use for. */
function inCapitals(headers: Answer["headers"]): Answer["headers"] {
  const named = Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]);
  const others = { "CONTENT-DISPOSITION": 'attachment; filename="not-the-name.bin"', "X-CACHE": "hit" };
  return { ...others, ...(Object.fromEntries(named) as Answer["headers"]) };
}

function partOf(body: Uint8Array, share: number): number {
  return Math.floor(body.length * share);
}
