import { reasonOf } from "../../../core/coded-error.js";
import type { StanzaNode } from "../../../protocol/stanza/node.js";
import { directLine } from "../../faults/line.js";
import { ChatConnection } from "./connection.js";
import type { ChatDeps } from "./deps.js";
import type { Pipe, PipeListener } from "./pipe.js";
import { shapedPipe } from "./shaped-pipe.js";

/** Callbacks on it run after the current work, as with `queueMicrotask`, at less cost. */
const settled = Promise.resolve();
/** Sockets of one endpoint; further ones are closed at once. */
const maximumOpen = 4096;

/** The live connections of one endpoint, numbered `c1`, `c2` … in the order in which they came. */
export class Connections {
  readonly #deps: ChatDeps;
  readonly #open = new Map<string, ChatConnection>();
  /** Those that hold stanzas. */
  #unflushed: ChatConnection[] = [];
  #count = 0;

  constructor(deps: ChatDeps) {
    this.#deps = deps;
  }

  get size(): number {
    return this.#open.size;
  }

  get(id: string): ChatConnection | undefined {
    return this.#open.get(id);
  }

  /** Undefined when there are too many; then the pipe is destroyed. */
  accept(pipe: Pipe): PipeListener | undefined {
    if (this.#open.size >= maximumOpen) {
      pipe.destroy();
      return undefined;
    }
    const id = `c${++this.#count}`;
    const { clock, random } = this.#deps;
    const plan = this.#deps.faults.apply("chat-network", directLine, { connection: id });
    const shaped =
      plan === directLine ? undefined : shapedPipe(pipe, { plan, clock, random }, () => connection.drop("line broken"));
    const connection: ChatConnection = new ChatConnection(this.#deps, id, shaped ?? pipe, () => this.#open.delete(id));
    this.#open.set(id, connection);
    return shaped?.listening(connection) ?? connection;
  }

  send(id: string, node: StanzaNode): void {
    const connection = this.#open.get(id);
    if (connection === undefined) return;
    // The stanzas that one turn of the event loop sends to a client are written together: a socket that is busy in both
    // directions has several stanzas to write for each read.
    try {
      if (!connection.send(node)) return;
    } catch (thrown) {
      giveUp(connection, thrown);
      return;
    }
    if (this.#unflushed.length === 0) void settled.then(this.#flush);
    this.#unflushed.push(connection);
  }

  close(id: string, reason: string): void {
    this.#open.get(id)?.close(reason);
  }

  dropAll(reason: string): void {
    for (const connection of this.#open.values()) connection.drop(reason);
  }

  /** Writes everything that was sent since the last flush. */
  readonly #flush = (): void => {
    const connections = this.#unflushed;
    this.#unflushed = [];
    for (const connection of connections) {
      try {
        connection.flush();
      } catch (thrown) {
        giveUp(connection, thrown);
      }
    }
  };
}

/** The error belongs to this connection, not to the client whose stanza caused the one that failed here. */
function giveUp(connection: ChatConnection, thrown: unknown): void {
  connection.drop(`defect of the simulated server: ${reasonOf(thrown)}`);
}
