import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { toHex } from "../../../core/bytes.js";
import type { Clock } from "../../../core/clock.js";
import type { Serving } from "../../../faults/hooks.js";
import { type ExchangeDeps, recordedBody, recordRequest } from "../../http/exchange.js";
import { contentRange, parseRange } from "../../../protocol/media/range.js";
import type { MediaStore, StoredMedia } from "../../media/store.js";
import { beginningBytes } from "./fetcher.js";

export interface StoredFilesDeps extends ExchangeDeps {
  /** Real time: it paces slow answers. */
  readonly clock: Clock;
  readonly store: Pick<MediaStore, "get">;
}

interface Answer extends Pick<Serving, "breaksAt" | "pace"> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Answers a request for a file that a simulated user or an ordinary client uploaded. */
export function serveStored(
  deps: StoredFilesDeps,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { method = "" } = request;
  const exchange = recordRequest(deps, "media", request);
  const answer = withLength(answerFor(deps.store.get(path), request));
  // Recorded before it is sent: a scenario that waits for the reaction of the client finds the answer in the trace.
  exchange.answer(recorded(answer, method));
  send(answer, method, response, deps.clock);
}

const nothing = new Uint8Array(0);

function answerFor(media: StoredMedia | undefined, { method, headers }: IncomingMessage): Answer {
  if (method !== "GET" && method !== "HEAD") return { status: 405, headers: { allow: "GET, HEAD" }, body: nothing };
  if (media === undefined) return { status: 404, headers: {}, body: nothing };
  const { blob, serving } = media;
  if (serving.status !== undefined) return { status: serving.status, headers: {}, body: nothing };
  const usual = { "content-type": "application/octet-stream", "accept-ranges": "bytes" };
  const range = method === "GET" ? parseRange(headers.range, blob.length) : undefined;
  if (range === undefined) return { ...serving, status: 200, headers: usual, body: blob };
  const place = { "content-range": contentRange(range, blob.length) };
  if (range === "unsatisfiable") return { status: 416, headers: place, body: nothing };
  return { ...serving, status: 206, headers: { ...usual, ...place }, body: blob.subarray(range.from, range.to + 1) };
}

/** Stated in every answer, that to HEAD included (interop fact 85). */
function withLength(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, "content-length": `${answer.body.length}` } };
}

function send(
  { status, headers, body, breaksAt, pace }: Answer,
  method: string,
  response: ServerResponse,
  clock: Clock,
): void {
  response.writeHead(status, headers);
  if (method === "HEAD") return void response.end();
  if (breaksAt !== undefined) {
    return void response.write(body.subarray(0, partOf(body, breaksAt)), () => response.destroy());
  }
  if (pace === undefined) return void response.end(body);
  const width = Math.max(1, Math.ceil(body.length / pace.pieces));
  const next = (from: number): void => {
    if (response.destroyed) return;
    if (from >= body.length) return void response.end();
    response.write(body.subarray(from, from + width));
    clock.after(pace.everyMs, () => next(from + width));
  };
  next(0);
}

function recorded({ status, headers, body, breaksAt }: Answer, method: string) {
  const sent =
    method === "HEAD" ? nothing : body.subarray(0, breaksAt === undefined ? undefined : partOf(body, breaksAt));
  return {
    status,
    headers,
    ...(sent.length <= beginningBytes ? recordedBody(sent) : { body: "" }),
    digest: { bytes: sent.length, sha256: toHex(createHash("sha256").update(sent).digest()) },
    ...(breaksAt !== undefined && { broken: "http-cut-short" }),
  };
}

function partOf(body: Uint8Array, share: number): number {
  return Math.floor(body.length * share);
}
