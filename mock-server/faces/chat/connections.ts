import { reasonOf } from "../../../core/coded-error.js";
import type { StanzaNode } from "../../../protocol/stanza/node.js";
import { ChatConnection } from "./connection.js";
import type { ChatParts } from "./parts.js";
import type { Pipe, PipeListener } from "./pipe.js";

/** Sockets of one endpoint; what comes on top is closed unseen. */
const maximumOpen = 4096;

/** The live connections of one endpoint, numbered `c1`, `c2` … in the order in which they came. */
export class Connections {
  readonly #parts: ChatParts;
  readonly #open = new Map<string, ChatConnection>();
  readonly #unflushed = new Set<ChatConnection>();
  #count = 0;

  constructor(parts: ChatParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#open.size;
  }

  get(id: string): ChatConnection | undefined {
    return this.#open.get(id);
  }

  /** Undefined when there are too many; the pipe is destroyed then. */
  accept(pipe: Pipe): PipeListener | undefined {
    if (this.#open.size >= maximumOpen) {
      pipe.destroy();
      return undefined;
    }
    const id = `c${++this.#count}`;
    const connection = new ChatConnection(this.#parts, id, pipe, () => this.#open.delete(id));
    this.#open.set(id, connection);
    return connection;
  }

  send(id: string, node: StanzaNode): void {
    const connection = this.#open.get(id);
    if (connection === undefined) return;
    try {
      connection.send(node);
      this.#unflushed.add(connection);
    } catch (thrown) {
      // Whoever caused this stanza is not to blame for it.
      connection.drop(`defect of the simulated server: ${reasonOf(thrown)}`);
    }
  }

  close(id: string, reason: string): void {
    this.#open.get(id)?.close(reason);
  }

  /** Writes what was sent since the last time. */
  flush(): void {
    for (const connection of this.#unflushed) connection.flush();
    this.#unflushed.clear();
  }

  dropAll(reason: string): void {
    for (const connection of this.#open.values()) connection.drop(reason);
  }
}
