import { setTimeout as pause } from "node:timers/promises";
import { WebSocket } from "ws";
import { reasonOf } from "./failure.js";
import { Handshake } from "./noise.js";
import { readStanza } from "./stanza.js";

const headBytes = 3;
const closingMs = 1000;

/** Cuts a stream of bytes into frames; the messages of the WebSocket mean nothing. */
class Frames {
  #pieces = [];
  #bytes = 0;

  *push(piece) {
    this.#pieces.push(piece);
    this.#bytes += piece.length;
    while (this.#bytes >= headBytes) {
      const [first] = this.#pieces;
      const whole = first.length >= headBytes ? first : this.#join();
      const end = headBytes + whole.readUIntBE(0, headBytes);
      if (this.#bytes < end) return;
      const joined = this.#join();
      this.#pieces = [joined.subarray(end)];
      this.#bytes -= end;
      yield joined.subarray(headBytes, end);
    }
  }

  #join() {
    if (this.#pieces.length > 1) this.#pieces = [Buffer.concat(this.#pieces)];
    return this.#pieces[0];
  }
}

/** One connection: socket, handshake, encrypted frames. It ends once, with the reason. */
export class Connection {
  #deps;
  #socket;
  #frames = new Frames();
  #handshake = new Handshake();
  #open = false;
  #ended = false;
  #closed;

  /** `deps`: url, ca, integrator, staticKey, payload, rootKey, onStanza(stanza), onEnd(reason). */
  constructor(deps) {
    this.#deps = deps;
    const { url, ca } = deps;
    this.#socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 2 ** 25, ca });
    this.#closed = new Promise((resolve) => this.#socket.once("close", resolve));
    this.#socket.on("open", () => this.#ended || this.#socket.send(this.#handshake.hello()));
    this.#socket.on("message", (data, isBinary) => isBinary && this.#take(data));
    this.#socket.on("close", () => void this.end("connection lost"));
    this.#socket.on("error", () => void this.end("connection lost"));
  }

  send(stanza) {
    if (!this.#ended) this.#socket.send(this.#handshake.seal(stanza));
  }

  /** Resolves when the server knows, or does not answer in time. */
  async end(reason) {
    if (!this.#ended) {
      this.#ended = true;
      this.#handshake.free();
      if (this.#socket.readyState === WebSocket.CONNECTING) this.#socket.terminate();
      else this.#socket.close(1000);
      this.#deps.onEnd(reason);
    }
    await Promise.race([this.#closed, pause(closingMs, undefined, { ref: false })]);
  }

  #take(data) {
    try {
      for (const frame of this.#frames.push(data)) {
        if (this.#ended) return;
        if (this.#open) this.#deps.onStanza(readStanza(this.#handshake.open(frame), this.#deps.integrator));
        else this.#finish(frame);
      }
    } catch (thrown) {
      // Lost step, or not a stanza: what follows could not be trusted.
      void this.end(reasonOf(thrown));
    }
  }

  #finish(frame) {
    const last = this.#handshake.finish(frame, this.#deps);
    this.#open = true;
    this.#socket.send(last);
  }
}
