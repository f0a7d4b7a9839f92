import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, WebSocket, WebSocketServer } from "ws";
import type { Journal } from "../../../harness/ports/journal.js";
import { type NextExchange, recordedHeaders } from "../../http/exchange.js";
import { redactHeaders, redactTokens } from "../../http/redact.js";
import type { Connections } from "./connections.js";
import { binaryMessage } from "./websocket-frame.js";
import { type Pipe, writeTogether } from "./pipe.js";

export interface WebSocketServerDeps {
  readonly path: string;
  /** Largest message in bytes; it may hold any number of frames. */
  readonly maximumMessageBytes: number;
  readonly connections: Connections;
  readonly journal: Journal;
  readonly nextExchange: NextExchange;
}

/** The WebSocket side of the chat channel (wire 1.1): binary messages, no compression. */
export interface ChatWebSocket {
  /** For the `upgrade` event of an HTTP server. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export function chatWebSocket(parts: WebSocketServerDeps): ChatWebSocket {
  const { path, maximumMessageBytes: maxPayload, connections } = parts;
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false, maxPayload });
  return {
    upgrade(request, socket, head) {
      const [asked] = (request.url ?? "").split("?", 1);
      if (asked === path)
        server.handleUpgrade(request, socket, head, (webSocket) => attach(webSocket, socket, request));
      else refuse(request, socket);
    },
  };

  function attach(webSocket: WebSocket, socket: Duplex, request: IncomingMessage): void {
    // Known only now: an error may come before the first message.
    let fault: Error | undefined;
    webSocket.on("error", (error) => {
      fault = error;
    });
    const listener = connections.accept(pipeOf(webSocket, socket, request));
    if (listener === undefined) return;
    webSocket.on("message", (data: RawData, isBinary: boolean) => {
      const bytes = asBytes(data);
      if (isBinary) listener.received(bytes);
      else listener.receivedText(bytes.length);
    });
    webSocket.on("close", (code) => listener.closed(`websocket ${code}${fault ? `: ${fault.message}` : ""}`));
  }

  function refuse(request: IncomingMessage, socket: Duplex): void {
    const { method = "", url = "" } = request;
    const exchange = parts.nextExchange();
    const common = { kind: "http", server: "chat", exchange, method, url: redactTokens(url) } as const;
    const headers = redactHeaders(recordedHeaders(request.headers));
    parts.journal.record({ ...common, by: "provider", part: "request", headers, body: "" });
    parts.journal.record({ ...common, by: "harness", part: "response", status: 404, headers: {}, body: "" });
    // A peer that is gone already needs no answer.
    socket.on("error", () => socket.destroy());
    socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  }
}

/** Everything but whole messages is written by ws itself, to the same socket and so in order. */
function pipeOf(webSocket: WebSocket, socket: Duplex, request: IncomingMessage): Pipe {
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
