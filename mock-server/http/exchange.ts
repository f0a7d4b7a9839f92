import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import type { HttpEntry } from "../../harness/model/trace.js";
import type { Journal } from "../../harness/ports/journal.js";
import { redactHeaders, redactTokens } from "./redact.js";

/** Numbers the HTTP exchanges of one endpoint, across all servers. The two halves of an exchange share their number. */
export type NextExchange = () => number;

export function countExchanges(): NextExchange {
  let count = 0;
  return () => ++count;
}

export interface ReadBody {
  /** The received bytes, up to the limit. */
  readonly bytes: Uint8Array;
  /** False if there was more than the limit allows. */
  readonly complete: boolean;
}

/** Reads `source` to its end or to `maximumBytes`, whichever comes first. Rejects if the source breaks off. */
export async function readBody(source: Readable, maximumBytes: number): Promise<ReadBody> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early must not destroy the source, because a server still answers on the same socket.
  for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maximumBytes) return { bytes: Buffer.concat(chunks, maximumBytes), complete: false };
  }
  return { bytes: Buffer.concat(chunks, size), complete: true };
}

/** A body for the trace: text if it is UTF-8, otherwise base64. */
export function recordedBody(bytes: Uint8Array): Pick<HttpEntry, "body" | "bodyIsBase64"> {
  try {
    return { body: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { body: Buffer.from(bytes).toString("base64"), bodyIsBase64: true };
  }
}

/** Headers for the trace. Joins repeated ones, as RFC 9110 section 5.3 allows. */
export function recordedHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(", ") : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<string, string>;
}

/** What a server needs to record its HTTP exchanges. */
export interface ExchangeDeps {
  readonly journal: Journal;
  readonly nextExchange: NextExchange;
}

/** An HTTP exchange whose request is in the journal. */
export interface Exchange {
  /** The number that both halves have in the journal. */
  readonly number: number;
  /** Records the response. */
  answer(response: Pick<HttpEntry, "status" | "headers" | "body" | "bodyIsBase64" | "digest" | "broken">): void;
}

/** Answers a request that finds nothing, or with another method than the server knows, and records both halves. */
export function refuseRequest(
  deps: ExchangeDeps,
  server: HttpEntry["server"],
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers = {} }: { readonly status: 404 | 405; readonly headers?: Readonly<Record<string, string>> },
): void {
  recordRequest(deps, server, request).answer({ status, headers, body: "" });
  response.writeHead(status, headers).end();
}

/** Records a request that a server received. Credentials become digests; `body` must be free of them. */
export function recordRequest(
  { journal, nextExchange }: ExchangeDeps,
  server: HttpEntry["server"],
  { method = "", url = "", headers }: Pick<IncomingMessage, "method" | "url" | "headers">,
  body = "",
): Exchange {
  const number = nextExchange();
  const common = { kind: "http", server, exchange: number, method, url: redactTokens(url) } as const;
  const received = redactHeaders(recordedHeaders(headers));
  journal.record({ ...common, by: "provider", part: "request", headers: received, body });
  return {
    number,
    answer: (response) => void journal.record({ ...common, by: "harness", part: "response", ...response }),
  };
}
