import { utf8 } from "../../core/bytes.js";
import type { Clock } from "../../core/clock.js";
import { CodedError } from "../../core/coded-error.js";
import { allocateFrame, encodeFrame } from "../../protocol/noise/framing.js";
import type { StanzaNode } from "../../protocol/stanza/node.js";
import type { Agreed, ChannelBehaviour, Frames } from "../behaviour/channel.js";
import type { ConnectionEnd } from "../behaviour/reconnection.js";
import { type HandshakeDeps, startHandshake } from "./handshake.js";
import { type ByteSocket, openWebSocket, Outlet } from "./socket.js";

/** AES-GCM adds it to every frame. */
const tagLength = 16;

export interface ConnectionDeps extends HandshakeDeps {
  readonly behaviour: ChannelBehaviour;
  readonly clock: Clock;
  readonly url: string;
  /** Whether stanzas are text. */
  readonly textual: boolean;
  readonly tlsCa: string | undefined;
}

export interface ConnectionListener {
  stanza(stanza: StanzaNode): void;
  /** Once, also when it never came up; nothing follows. */
  ended(end: ConnectionEnd): void;
}

/**
 * One connection to the chat server: socket, handshake, encrypted frames. What the stanzas mean is not its business; it
 * begins to deliver them when the handshake is through.
 */
export class Connection {
  readonly #deps: ConnectionDeps;
  readonly #listener: ConnectionListener;
  readonly #frames: Frames;
  readonly #socket: ByteSocket;
  readonly #outlet: Outlet;
  #read: (body: Uint8Array) => void;
  #agreed: Agreed | undefined;
  #sent = 0;
  #opened = false;
  #over = false;

  constructor(deps: ConnectionDeps, listener: ConnectionListener) {
    this.#deps = deps;
    this.#listener = listener;
    this.#frames = deps.behaviour.frames();
    const handshake = startHandshake(deps);
    this.#read = (body) => {
      const { frame, agreed } = handshake.finish(body);
      this.#outlet.write(encodeFrame(frame));
      this.#agreed = agreed;
      this.#read = (next) => this.#readStanza(next);
    };
    this.#socket = openWebSocket(deps.url, deps.tlsCa, {
      opened: () => {
        this.#opened = true;
        this.#outlet.write(encodeFrame(handshake.hello));
      },
      received: (bytes) => this.#receive(bytes),
      closed: () => void this.end({ cause: this.#opened ? "lost" : "unreachable" }),
    });
    this.#outlet = new Outlet({ behaviour: deps.behaviour, clock: deps.clock, socket: this.#socket });
  }

  /** Nothing happens before the handshake is through and after the end. */
  send(stanza: StanzaNode): void {
    if (this.#agreed === undefined || this.#over) return;
    const { behaviour, textual } = this.#deps;
    const payload = textual ? utf8(behaviour.writeText(stanza)) : behaviour.pack(stanza);
    const { frame, body } = allocateFrame(payload.length + tagLength);
    this.#agreed.transport.send.skip(behaviour.passedCounts(this.#sent++));
    behaviour.sealFrame(payload, body, this.#agreed);
    this.#outlet.write(frame);
  }

  /** Closes, and reports `end` unless it has ended already. Resolves when the server knows too. */
  async end(end: ConnectionEnd): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    this.#outlet.flush();
    const stays = end.cause === "left" && !this.#deps.behaviour.closesWhenLeaving;
    const closed = stays ? undefined : this.#socket.close();
    this.#listener.ended(end);
    await closed;
  }

  #receive(bytes: Uint8Array): void {
    try {
      for (const body of this.#frames.push(bytes)) {
        if (this.#over) return;
        this.#read(body);
      }
    } catch (thrown) {
      // Everything that can be wrong with received bytes is a coded error of the protocol layer.
      if (!(thrown instanceof CodedError)) throw thrown;
      const code = String(thrown.code);
      void this.end(this.#agreed === undefined ? { cause: "handshake-refused", code } : { cause: "bad-frame" });
    }
  }

  #readStanza(body: Uint8Array): void {
    const { behaviour, textual } = this.#deps;
    if (this.#agreed === undefined) return;
    const { receive } = this.#agreed.transport;
    const plaintext = this.#tolerant(
      () => receive.decrypt(body),
      () => receive.skip(),
    );
    const stanza =
      plaintext && this.#tolerant(() => (textual ? behaviour.readText(plaintext) : behaviour.unpack(plaintext)));
    if (stanza !== undefined) this.#listener.stanza(stanza);
  }

  /** What `read` gives; undefined when it cannot be read and the connection goes on or is over. */
  #tolerant<Result>(read: () => Result, ignored: () => void = () => undefined): Result | undefined {
    try {
      return read();
    } catch (thrown) {
      if (!(thrown instanceof CodedError)) throw thrown;
      const reaction = this.#deps.behaviour.onBadFrame(String(thrown.code));
      if (reaction === "close") throw thrown;
      if (reaction === "crash") void this.end({ cause: "crashed" });
      else if (reaction === "ignore") ignored();
      return undefined;
    }
  }
}
