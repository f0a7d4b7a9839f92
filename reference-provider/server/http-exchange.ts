import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { Clock } from "../../core/clock.js";
import { reasonOf } from "../../core/coded-error.js";
import { ProviderError } from "../errors.js";

export interface HttpCall {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** PEM of the authority to trust besides the usual ones; undefined for those only. */
  readonly ca: string | undefined;
  readonly timeoutMs: number;
  readonly clock: Clock;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

const maximumAnswerBytes = 256 * 1024;

/** One call to Meta's HTTP endpoints. Redirects are answers. @throws ProviderError `http-failed` */
export function httpExchange(call: HttpCall): Promise<HttpAnswer> {
  const { method, url, body, ca, timeoutMs, clock } = call;
  const start = url.startsWith("https:") ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const fail = (found: string): void => {
      timer.cancel();
      reject(new ProviderError("http-failed", `${method} ${url}: found ${found}, wanted an answer`));
      request.destroy();
    };
    const headers = body === undefined ? {} : { "content-length": `${Buffer.byteLength(body)}` };
    const options = { method, headers: { ...call.headers, ...headers }, agent: false, ...(ca !== undefined && { ca }) };
    const request = start(url, options, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > maximumAnswerBytes) fail(`more than ${maximumAnswerBytes} bytes`);
      });
      response.on("error", (thrown) => fail(reasonOf(thrown)));
      response.on("end", () => {
        timer.cancel();
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") });
      });
    });
    const timer = clock.after(timeoutMs, () => fail(`nothing within ${timeoutMs} ms`));
    request.on("error", (thrown) => fail(reasonOf(thrown)));
    request.end(body);
  });
}
