import { createServer, type Server, type Socket } from "node:net";
import type { Connections } from "./connections.js";
import { type Pipe, writeTogether } from "./pipe.js";

/** The same bytes without WebSocket around them. The server is not listening yet. */
export function tcpServer(connections: Connections): Server {
  return createServer({ noDelay: true }, (socket) => {
    let fault: Error | undefined;
    socket.on("error", (error) => {
      fault = error;
    });
    const listener = connections.accept(pipeOf(socket));
    if (listener === undefined) return;
    socket.on("data", (chunk) => listener.received(chunk));
    socket.on("close", () => listener.closed(fault === undefined ? "tcp end" : `tcp: ${fault.message}`));
  });
}

function pipeOf(socket: Socket): Pipe {
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
