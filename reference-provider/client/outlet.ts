import { concat } from "../../core/bytes.js";
import type { Clock, Timer } from "../../core/clock.js";
import type { ChannelBehaviour } from "../behaviour/channel.js";
import type { ByteSocket } from "./web-socket.js";

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
