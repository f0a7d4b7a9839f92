import { WebSocket } from "ws";
import { concat } from "../../core/bytes.js";
import type { Clock, Timer } from "../../core/clock.js";
import type { ChannelBehaviour } from "../behaviour/channel.js";

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

export interface OutletDeps {
  readonly behaviour: ChannelBehaviour;
  readonly clock: Clock;
  readonly socket: ByteSocket;
}

/** Turns frames into WebSocket messages; their boundaries carry no meaning (wire 1.1). */
export class Outlet {
  readonly #deps: OutletDeps;
  readonly #header: Uint8Array;
  #first = true;
  #collected: Uint8Array[] = [];
  #timer: Timer | undefined;

  constructor(deps: OutletDeps) {
    this.#deps = deps;
    this.#header = deps.behaviour.header();
  }

  write(frame: Uint8Array): void {
    const { behaviour, clock, socket } = this.#deps;
    const messages = behaviour.wrap(frame, { header: this.#header, first: this.#first });
    this.#first = false;
    if (behaviour.coalesceMs === 0) {
      for (const message of messages) socket.send(message);
      return;
    }
    this.#collected.push(...messages);
    this.#timer ??= clock.after(behaviour.coalesceMs, () => this.flush());
  }

  flush(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    if (this.#collected.length > 0) this.#deps.socket.send(concat(...this.#collected));
    this.#collected = [];
  }
}
