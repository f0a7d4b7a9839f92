import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type RawData, WebSocket, WebSocketServer } from "ws";
import type { ProxyBehaviour } from "../behaviour/server.js";

export interface ProxyDeps {
  readonly behaviour: ProxyBehaviour;
  /** Meta's chat server. */
  readonly chatUrl: string;
  /** PEM of an authority to trust in addition to the usual ones. */
  readonly ca: string | undefined;
}

export interface Proxy {
  /** Where clients connect in place of Meta's chat server. */
  readonly url: string;
  close(): Promise<void>;
}

const maximumMessageBytes = 2 ** 24 + 4;

/**
 * Passes bytes between clients and Meta. Each client has its own upstream connection, which ends with the client's.
 * Noise ends at the client, so the proxy can read nothing (interop fact 38).
 */
export async function startProxy({ behaviour, chatUrl, ca }: ProxyDeps): Promise<Proxy> {
  const server = new WebSocketServer({
    host: "127.0.0.1",
    port: 0,
    perMessageDeflate: false,
    maxPayload: maximumMessageBytes,
  });
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  const upstreams = new Set<WebSocket>();
  const { protocol, host, pathname } = new URL(chatUrl);

  /** Keeps the path and query of the client's request. */
  function open(request: IncomingMessage): WebSocket {
    const upstream = new WebSocket(`${protocol}//${host}${request.url ?? pathname}`, {
      perMessageDeflate: false,
      maxPayload: maximumMessageBytes,
      headers: behaviour.headers(request.socket.remoteAddress ?? ""),
      ...(ca !== undefined && { ca }),
    });
    upstream.binaryType = "nodebuffer";
    upstreams.add(upstream);
    upstream.on("close", () => upstreams.delete(upstream));
    // ws closes the socket by itself after an error.
    upstream.on("error", () => undefined);
    return upstream;
  }

  server.on("connection", (client, request) => {
    if (behaviour.oneAtATime) for (const other of upstreams) other.terminate();
    const upstream = open(request);
    let early: RawData[] = [];
    client.binaryType = "nodebuffer";
    client.on("error", () => undefined);
    client.on("message", (data) => {
      if (upstream.readyState === WebSocket.OPEN) upstream.send(data);
      else early.push(data);
    });
    upstream.on("open", () => {
      for (const data of early) upstream.send(data);
      early = [];
    });
    upstream.on("message", (data) => client.send(data));
    // The client should notice at once.
    upstream.on("close", () => client.close());
    client.on("close", () => {
      if (behaviour.onClientGone === "close-with-last" && server.clients.size > 0) return;
      closeQuietly(upstream);
      if (behaviour.onClientGone === "open-another") open(request);
    });
  });

  // A listening server has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}${pathname}`,
    close: () =>
      new Promise((resolve) => {
        for (const upstream of upstreams) upstream.terminate();
        for (const client of server.clients) client.terminate();
        server.close(() => resolve());
      }),
  };
}

/** Before it has opened, ws can only break it off. */
function closeQuietly(upstream: WebSocket): void {
  if (upstream.readyState === WebSocket.CONNECTING) upstream.terminate();
  else upstream.close();
}
