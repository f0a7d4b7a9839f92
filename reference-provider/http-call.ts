import { type IncomingHttpHeaders, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { Clock } from "../core/clock.js";
import { reasonOf } from "../core/coded-error.js";
import { ProviderError } from "./errors.js";

export interface HttpCall {
  readonly method: "GET" | "HEAD" | "POST";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** PEM of an authority to trust in addition to the usual ones. */
  readonly ca: string | undefined;
  /** Longest time without a byte of the answer; undefined for any. */
  readonly idleMs?: number | undefined;
  /** Longest time for the whole call; undefined for any. */
  readonly wholeMs: number | undefined;
  /** Of the answer. */
  readonly maximumBytes?: number;
  readonly clock: Clock;
  /** Takes each piece of the body of the answer as it comes. */
  readonly onPiece?: (status: number, piece: Uint8Array) => void;
}

export interface HttpAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const defaultMaximumBytes = 256 * 1024;

/** One call to Meta's HTTP servers. A redirect is an answer. @throws ProviderError `http-failed` */
export function httpCall(call: HttpCall): Promise<HttpAnswer> {
  const { method, url, body, ca, idleMs, wholeMs, maximumBytes = defaultMaximumBytes, clock } = call;
  const start = url.startsWith("https:") ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      idle?.cancel();
      whole?.cancel();
    };
    const fail = (found: string): void => {
      stop();
      reject(new ProviderError("http-failed", `${method} ${url}: found ${found}, wanted a whole answer`));
      request.destroy();
    };
    const failAfter = (ms: number | undefined, found: string) =>
      ms === undefined ? undefined : clock.after(ms, () => fail(`${found} ${ms} ms`));
    let idle = failAfter(idleMs, "nothing for");
    const whole = failAfter(wholeMs, "no end within");
    const length = body === undefined ? {} : { "content-length": `${Buffer.byteLength(body)}` };
    const options = { method, headers: { ...call.headers, ...length }, agent: false, ...(ca !== undefined && { ca }) };
    const request = start(url, options, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        idle?.cancel();
        idle = failAfter(idleMs, "nothing for");
        chunks.push(chunk);
        call.onPiece?.(response.statusCode ?? 0, chunk);
        size += chunk.length;
        if (size > maximumBytes) fail(`more than ${maximumBytes} bytes`);
      });
      response.on("error", (thrown) => fail(reasonOf(thrown)));
      response.on("end", () => {
        stop();
        resolve({
          status: response.statusCode ?? 0,
          headers: joined(response.headers),
          body: Buffer.concat(chunks, size),
        });
      });
    });
    request.on("error", (thrown) => fail(reasonOf(thrown)));
    request.end(body);
  });
}

function joined(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(", ") : value,
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}
