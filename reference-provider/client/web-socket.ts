import { WebSocket } from "ws";

/** The byte pipe to the chat server. */
export interface ByteSocket {
  send(bytes: Uint8Array): void;
  /** Says goodbye and nothing more to the listener. Resolves when the other side has taken it, or is gone. */
  close(): Promise<void>;
}

export interface ByteSocketListener {
  opened(): void;
  /** One binary message. */
  received(bytes: Uint8Array): void;
  /** Once, whether it opened or not, unless we closed it. */
  closed(): void;
}

const normalClosure = 1000;
const maximumMessageBytes = 2 ** 24 + 4;

/** Begins to open a connection. Text messages are ignored, as the open clients do (wire 1.1). */
export function openWebSocket(url: string, ca: string | undefined, listener: ByteSocketListener): ByteSocket {
  const socket = new WebSocket(url, {
    perMessageDeflate: false,
    maxPayload: maximumMessageBytes,
    ...(ca !== undefined && { ca }),
  });
  let live = true;
  const end = (): void => {
    if (!live) return;
    live = false;
    listener.closed();
  };
  socket.binaryType = "nodebuffer";
  socket.on("open", () => live && listener.opened());
  socket.on("message", (data, isBinary) => {
    if (live && isBinary && Buffer.isBuffer(data)) listener.received(data);
  });
  socket.on("close", end);
  // Refusals and resets; ws closes the socket by itself after an error.
  socket.on("error", end);
  return {
    send: (bytes) => live && socket.send(bytes),
    close() {
      live = false;
      if (socket.readyState === WebSocket.CLOSED) return Promise.resolve();
      // Before it has opened, ws can only break it off.
      if (socket.readyState === WebSocket.CONNECTING) socket.terminate();
      else socket.close(normalClosure);
      return new Promise((resolve) => socket.once("close", () => resolve()));
    },
  };
}
