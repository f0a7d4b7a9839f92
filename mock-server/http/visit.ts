import { request } from "node:http";
import { connect as connectHttp2 } from "node:http2";
import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { connect as connectTls, type TLSSocket } from "node:tls";
import type { Clock } from "../../core/clock.js";
import { reasonOf } from "../../core/coded-error.js";
import type { HttpEntry, HttpProtocol } from "../../harness/model/trace.js";
import type { Journal } from "../../harness/ports/journal.js";
import { HttpCallError } from "./errors.js";
import { type NextExchange, readBody, recordedBody, recordedHeaders } from "./exchange.js";
import { redactTokens } from "./redact.js";
import { trusting } from "./trust.js";

export interface VisitDeps {
  /** Real time: it limits waiting. */
  readonly clock: Clock;
  readonly journal: Journal;
  readonly nextExchange: NextExchange;
}

export interface Visit {
  readonly server: HttpEntry["server"];
  readonly url: string;
  /** PEM to trust in addition to the usual authorities. */
  readonly ca: string | undefined;
  /** The only version to offer. */
  readonly protocol: HttpProtocol;
  readonly timeoutMs: number;
  readonly maximumBytes: number;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Fetches a URL of a provider's server over one version of HTTP, offered by ALPN. Records the result, with the versions
 * of HTTP and TLS, also if no answer came.
 *
 * @throws HttpCallError `http-without-tls`: without TLS there is no ALPN, so the version cannot be tested.
 */
export async function visit({ clock, journal, nextExchange }: VisitDeps, what: Visit): Promise<void> {
  const { server, url, protocol } = what;
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (target?.protocol !== "https:") {
    const found = `Ask over ${protocol}: found the address ${url.slice(0, 200)}`;
    throw new HttpCallError(
      "http-without-tls",
      `${found}, wanted one with https (return it, and tlsCa if you made it)`,
    );
  }
  const shown = { method: "GET", url: redactTokens(url), protocol } as const;
  const common = { kind: "http", server, exchange: nextExchange(), ...shown } as const;
  journal.record({ ...common, by: "harness", part: "request", headers: {}, body: "" });
  const response = { ...common, by: "provider", part: "response" } as const;
  const socket = connectTls({
    host: target.hostname.replaceAll(/[[\]]/g, ""),
    port: Number(target.port || 443),
    ALPNProtocols: [protocol],
    ...(what.ca !== undefined && { secureContext: trusting(what.ca) }),
    ...(isIP(target.hostname) === 0 && { servername: target.hostname }),
  });
  const timer = clock.after(what.timeoutMs, () => socket.destroy(new Error(`no answer within ${what.timeoutMs} ms`)));
  try {
    const tls = await handshake(socket, protocol);
    const { status, headers, body } = await (protocol === "h2" ? overHttp2 : overHttp1)(socket, target, what);
    journal.record({ ...response, status, headers, ...recordedBody(body), tls });
  } catch (thrown) {
    journal.record({ ...response, headers: {}, body: `no answer: ${reasonOf(thrown)}` });
  } finally {
    timer.cancel();
    socket.destroy();
  }
}

/** The version of TLS. A server without ALPN speaks HTTP/1.1. */
async function handshake(socket: TLSSocket, wanted: HttpProtocol): Promise<string> {
  await new Promise<void>((resolve, reject) => void socket.once("secureConnect", resolve).once("error", reject));
  const chosen = socket.alpnProtocol === false ? "http/1.1" : socket.alpnProtocol;
  if (chosen !== wanted) throw new Error(`the server chose ${chosen}, wanted ${wanted}`);
  return socket.getProtocol() ?? "unknown";
}

function overHttp1(socket: TLSSocket, target: URL, { maximumBytes }: Visit): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { path: target.pathname + target.search, headers: { host: target.host, connection: "close" } };
    const asked = request({ ...options, createConnection: () => socket }, (answer) => {
      const headers = recordedHeaders(answer.headers);
      whole(answer, maximumBytes).then((body) => resolve({ status: answer.statusCode ?? 0, headers, body }), reject);
    });
    asked.on("error", reject).end();
  });
}

function overHttp2(socket: TLSSocket, target: URL, { maximumBytes }: Visit): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const session = connectHttp2(target.origin, { createConnection: () => socket });
    session.on("error", reject);
    const stream = session.request({ ":path": target.pathname + target.search });
    stream.on("error", reject);
    stream.on("response", ({ ":status": status = 0, ...others }) => {
      const headers = recordedHeaders(others);
      whole(stream, maximumBytes)
        .then((body) => resolve({ status, headers, body }), reject)
        .finally(() => session.destroy());
    });
  });
}

async function whole(answer: Readable, maximumBytes: number): Promise<Uint8Array> {
  const { bytes, complete } = await readBody(answer, maximumBytes);
  if (!complete) throw new Error(`found more than ${maximumBytes} bytes`);
  return bytes;
}
