import type { IncomingMessage } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { type RawData, WebSocket, WebSocketServer } from "ws";
import { type ExchangeDeps, recordedHeaders, recordRequest } from "../../http/exchange.js";
import { redactHeaders, redactTokens } from "../../http/redact.js";
import type { Connections } from "./connections.js";
import { binaryMessage, type Pipe, writeTogether } from "./pipe.js";

/** Bytes of answers to pings that a client may leave unread. */
const maximumUnread = 2 ** 20;

export interface ChatServerDeps extends ExchangeDeps {
  readonly path: string;
  /** Largest message in bytes; it may contain any number of frames. */
  readonly maximumMessageBytes: number;
  readonly connections: Connections;
}

/** The chat channel over WebSocket (wire 1.1): binary messages, no compression. */
export interface ChatServer {
  /** For the `upgrade` event of an HTTP server. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export function createChatServer(deps: ChatServerDeps): ChatServer {
  const { path, maximumMessageBytes: maxPayload, connections } = deps;
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false, maxPayload });
  return {
    upgrade(request, socket, head) {
      const [asked] = (request.url ?? "").split("?", 1);
      if (asked !== path) return refuse(request, socket);
      server.handleUpgrade(request, socket, head, (webSocket) => attach(webSocket, socket, request));
    },
  };

  function attach(webSocket: WebSocket, socket: Duplex, request: IncomingMessage): void {
    // An error may come before the first message.
    let fault: Error | undefined;
    webSocket.on("error", (error) => {
      fault = error;
    });
    const listener = connections.accept(webSocketPipe(webSocket, socket, request));
    if (listener === undefined) return;
    // ws answers each ping itself; a peer that reads no answer must not fill the memory with them.
    webSocket.on("ping", () => {
      if (webSocket.bufferedAmount > maximumUnread) webSocket.terminate();
    });
    webSocket.on("message", (data: RawData, isBinary: boolean) => {
      const bytes = asBytes(data);
      if (isBinary) listener.received(bytes);
      else listener.receivedText(bytes.length);
    });
    webSocket.on("close", (code) => listener.closed(`websocket ${code}${fault ? `: ${fault.message}` : ""}`));
  }

  function refuse(request: IncomingMessage, socket: Duplex): void {
    recordRequest(deps, "chat", request).answer({ status: 404, headers: {}, body: "" });
    // A peer that has gone needs no answer.
    socket.on("error", () => socket.destroy());
    socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  }
}

/** ws itself writes everything except whole messages. It writes to the same socket, so the order is kept. */
function webSocketPipe(webSocket: WebSocket, socket: Duplex, request: IncomingMessage): Pipe {
  return {
    transport: "websocket",
    url: redactTokens(request.url ?? ""),
    headers: redactHeaders(recordedHeaders(request.headers)),
    get backlog() {
      return webSocket.bufferedAmount;
    },
    write(pieces) {
      if (webSocket.readyState === WebSocket.OPEN) writeTogether(socket, pieces.map(binaryMessage));
    },
    end: () => webSocket.close(1000),
    destroy: () => webSocket.terminate(),
  };
}

function asBytes(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}

/** The chat channel over bare TCP: the same bytes without WebSocket around them. The server does not listen yet. */
export function chatTcpServer(connections: Connections): Server {
  return createServer({ noDelay: true }, (socket) => {
    let fault: Error | undefined;
    socket.on("error", (error) => {
      fault = error;
    });
    const listener = connections.accept(tcpPipe(socket));
    if (listener === undefined) return;
    socket.on("data", (chunk) => listener.received(chunk));
    socket.on("close", () => listener.closed(fault === undefined ? "tcp end" : `tcp: ${fault.message}`));
  });
}

function tcpPipe(socket: Socket): Pipe {
  return {
    transport: "tcp",
    get backlog() {
      return socket.writableLength;
    },
    write(pieces) {
      if (socket.writable) writeTogether(socket, pieces);
    },
    end: () => void socket.end(),
    destroy: () => void socket.destroy(),
  };
}
