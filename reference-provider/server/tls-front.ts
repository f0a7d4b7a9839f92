import { type IncomingMessage, request, ServerResponse } from "node:http";
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream";
import type { TLSSocket } from "node:tls";
import { type CredentialDeps, ephemeralCredentials, type ServerCredentials } from "../../runtime/tls/ephemeral-ca.js";
import type { HttpBehaviour } from "../behaviour/server.js";

export interface TlsFrontDeps {
  readonly behaviour: HttpBehaviour;
  readonly credentials: ServerCredentials;
  /** Of the server behind, on the loopback interface, which speaks plain HTTP/1.1. */
  readonly port: number;
}

export interface TlsFront {
  readonly base: string;
  /** PEM: what clients have to trust. */
  readonly ca: string;
  close(): Promise<void>;
}

type Asked = Http2ServerRequest | IncomingMessage;
type Answer = Http2ServerResponse | ServerResponse;

/** Headers of one connection, which the next must not see (RFC 9113, section 8.2.2). */
const hopByHop: ReadonlySet<string> = new Set(["connection", "keep-alive", "transfer-encoding", "upgrade"]);

/** A certificate for this run, and what clients have to trust for it. */
export function frontCredentials(deps: Omit<CredentialDeps, "names">): ServerCredentials {
  return ephemeralCredentials({ ...deps, names: ["127.0.0.1", "localhost"] });
}

/**
 * Terminates TLS before the provider's server, as a reverse proxy does in production: HTTP/2 and HTTP/1.1 by ALPN
 * (interop facts 24 and 25).
 */
export async function startTlsFront({
  behaviour,
  credentials: { ca, cert, key },
  port,
}: TlsFrontDeps): Promise<TlsFront> {
  const options = { key, cert, maxVersion: behaviour.newestTls };
  const serve = (asked: Asked, answer: Answer): void => passOn(asked, answer, port, behaviour);
  const server = behaviour.http2
    ? createSecureServer({ ...options, allowHTTP1: true }, serve)
    : createHttpsServer(options, serve);
  const sockets = new Set<TLSSocket>();
  server.on("secureConnection", (socket: TLSSocket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("sessionError", () => undefined);
  server.on("tlsClientError", () => undefined);
  server.listen(0, "127.0.0.1");
  await new Promise<void>((resolve, reject) => void server.once("listening", resolve).once("error", reject));
  return {
    // A listening TCP server has an address of this shape.
    base: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ca,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function passOn(asked: Asked, answer: Answer, port: number, { sendsBodyOnHead }: HttpBehaviour): void {
  const { method = "GET", url = "/" } = asked;
  const headers = Object.fromEntries(Object.entries(asked.headers).filter(([name]) => !name.startsWith(":")));
  const behind = request({ host: "127.0.0.1", port, method, path: url, headers, agent: false }, (given) => {
    const passed = Object.entries(given.headers).filter(([name]) => !hopByHop.has(name));
    answer.writeHead(given.statusCode ?? 502, Object.fromEntries(passed) as Record<string, string>);
    // Node itself would leave it out.
    if (method === "HEAD" && sendsBodyOnHead && answer instanceof ServerResponse) {
      answer.flushHeaders();
      answer.socket?.write("as if it were GET");
    }
    // An answer that breaks off behind breaks off before too.
    pipeline(given, answer, () => undefined);
  });
  behind.on("error", () => {
    if (!answer.headersSent) answer.writeHead(502);
    answer.end();
  });
  answer.on("close", () => void behind.destroy());
  asked.pipe(behind);
}
