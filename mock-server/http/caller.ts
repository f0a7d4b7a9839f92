import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { SecureContext } from "node:tls";
import type { Clock } from "../../core/clock.js";
import { reasonOf } from "../../core/coded-error.js";
import type { HttpEntry } from "../../harness/model/trace.js";
import type { Journal } from "../../harness/ports/journal.js";
import { HttpCallError } from "./errors.js";
import { type NextExchange, readBody, recordedBody, recordedHeaders } from "./exchange.js";
import { redactHeaders } from "./redact.js";
import { trusting } from "./trust.js";

export interface HttpCall {
  readonly server: HttpEntry["server"];
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  /** Limit for the body of the answer. */
  readonly maximumBytes: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Calls the provider's server side. */
export interface HttpCaller {
  /**
   * One exchange on a new connection. Does not follow redirects. Records both halves; if there was no usable answer, the
   * second half has no status and its body states the reason.
   *
   * @throws HttpCallError
   */
  call(call: HttpCall): Promise<HttpAnswer>;
  /** Trusts this PEM, in addition to the usual authorities, for calls to the host and port of `url`. */
  trust(url: string, ca: string): void;
  /** Aborts all calls with `http-stopped`, now and from now on. */
  close(): void;
}

export interface HttpCallerDeps {
  /** Real time, not the time that a suite moves: it limits waiting. */
  readonly clock: Clock;
  readonly journal: Journal;
  readonly nextExchange: NextExchange;
}

export function createHttpCaller({ clock, journal, nextExchange }: HttpCallerDeps): HttpCaller {
  const stop = new AbortController();
  const trusted = new Map<string, SecureContext>();

  async function call(what: HttpCall): Promise<HttpAnswer> {
    const common = {
      kind: "http",
      server: what.server,
      exchange: nextExchange(),
      method: what.method,
      url: what.url,
    } as const;
    const headers = redactHeaders(what.headers);
    journal.record({ ...common, by: "harness", part: "request", headers, body: what.body ?? "" });
    const response = { ...common, by: "provider", part: "response" } as const;
    try {
      const answer = await exchange(what);
      const { status } = answer;
      journal.record({ ...response, status, headers: answer.headers, ...recordedBody(answer.body) });
      return answer;
    } catch (thrown) {
      const failure = asCallError(what, thrown);
      journal.record({ ...response, headers: {}, body: `no answer: ${failure.code}: ${failure.message}` });
      throw failure;
    }
  }

  async function exchange(what: HttpCall): Promise<HttpAnswer> {
    const abandon = new AbortController();
    const timer = clock.after(what.timeoutMs, () => {
      abandon.abort(callError("http-timed-out", what, "no complete answer", `one within ${what.timeoutMs} ms`));
    });
    const signal = AbortSignal.any([abandon.signal, stop.signal]);
    try {
      const answer = await send(what, signal, trusted);
      const { bytes, complete } = await readBody(answer, what.maximumBytes);
      if (complete) return { status: answer.statusCode ?? 0, headers: recordedHeaders(answer.headers), body: bytes };
      throw callError("http-answer-too-large", what, "a longer answer", `at most ${what.maximumBytes} bytes`);
    } catch (thrown) {
      // The reason for aborting says more than the error of the socket.
      throw signal.aborted ? signal.reason : thrown;
    } finally {
      timer.cancel();
      // Frees the socket if the answer was not read to its end.
      abandon.abort();
    }
  }

  return {
    call,
    trust(url, ca) {
      if (URL.canParse(url)) trusted.set(new URL(url).origin, trusting(ca));
    },
    close() {
      const message = "Call the provider: found the endpoint closed, wanted it open";
      stop.abort(new HttpCallError("http-stopped", message));
    },
  };
}

function send(
  what: HttpCall,
  signal: AbortSignal,
  trusted: ReadonlyMap<string, SecureContext>,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const url = httpUrl(what);
    const body = what.body === undefined ? undefined : Buffer.from(what.body);
    const length = body === undefined ? {} : { "content-length": `${body.length}` };
    const options = { method: what.method, headers: { ...what.headers, ...length }, agent: false, signal } as const;
    const secureContext = trusted.get(url.origin);
    const secure = secureContext === undefined ? options : { ...options, secureContext };
    const started = url.protocol === "https:" ? requestSecure(url, secure) : requestPlain(url, options);
    started.on("response", resolve).on("error", reject).end(body);
  });
}

function httpUrl(what: HttpCall): URL {
  const url = URL.canParse(what.url) ? new URL(what.url) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
  throw callError("http-bad-url", what, `"${what.url.slice(0, 80)}"`, "an http or https URL");
}

function asCallError(what: HttpCall, thrown: unknown): HttpCallError {
  if (thrown instanceof HttpCallError) return thrown;
  return callError("http-unreachable", what, reasonOf(thrown), "an answer", thrown);
}

function callError(
  code: HttpCallError["code"],
  { method, url }: HttpCall,
  found: string,
  wanted: string,
  cause?: unknown,
): HttpCallError {
  return new HttpCallError(code, `${method} ${url.slice(0, 200)}: found ${found}, wanted ${wanted}`, { cause });
}
