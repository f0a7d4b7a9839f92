import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { Clock } from "../../core/clock.js";
import { reasonOf } from "../../core/coded-error.js";
import { ProviderError } from "../errors.js";

export interface Download {
  readonly method: "GET" | "HEAD";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** PEM of the authority to trust besides the usual ones. */
  readonly ca: string | undefined;
  /** Longest time without a byte. */
  readonly idleMs: number;
  /** Longest time for the whole; undefined for any. */
  readonly transferMs: number | undefined;
  readonly maximumBytes: number;
  readonly clock: Clock;
}

export interface Downloaded {
  readonly status: number;
  readonly body: Uint8Array;
}

/** One request. A redirect is an answer. @throws ProviderError `http-failed` unless the answer came to its end. */
export function download(what: Download): Promise<Downloaded> {
  const { method, url, headers, ca, idleMs, transferMs, maximumBytes, clock } = what;
  const start = url.startsWith("https:") ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    let idle = clock.after(idleMs, () => fail(`nothing for ${idleMs} ms`));
    const whole = transferMs === undefined ? undefined : clock.after(transferMs, () => fail("no end in time"));
    const stop = (): void => {
      idle.cancel();
      whole?.cancel();
    };
    const fail = (found: string): void => {
      stop();
      reject(new ProviderError("http-failed", `${method} ${url}: found ${found}, wanted a whole file`));
      request.destroy();
    };
    const request = start(url, { method, headers, agent: false, ...(ca !== undefined && { ca }) }, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        idle.cancel();
        idle = clock.after(idleMs, () => fail(`nothing for ${idleMs} ms`));
        chunks.push(chunk);
        size += chunk.length;
        if (size > maximumBytes) fail(`more than ${maximumBytes} bytes`);
      });
      response.on("error", (thrown) => fail(reasonOf(thrown)));
      response.on("end", () => {
        stop();
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks, size) });
      });
    });
    request.on("error", (thrown) => fail(reasonOf(thrown)));
    request.end();
  });
}
