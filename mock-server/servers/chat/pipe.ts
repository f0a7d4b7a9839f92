import type { Writable } from "node:stream";
import type { ConnectionEntry } from "../../../harness/model/trace.js";

/** A byte stream to a client, whatever carries it. Once closed, every method does nothing. */
export interface Pipe {
  readonly transport: ConnectionEntry["transport"];
  /** Of the upgrade request; absent on TCP. Without credentials. */
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes written that the peer has not taken yet. */
  readonly backlog: number;
  /** Each piece is one WebSocket message; all go to the system together. */
  write(pieces: readonly Uint8Array[]): void;
  /** Closes after what was written. */
  end(): void;
  /** Closes at once, without a word. */
  destroy(): void;
}

/** What a pipe tells its owner. */
export interface PipeListener {
  received(bytes: Uint8Array): void;
  /** A WebSocket text message, which has no meaning here. */
  receivedText(bytes: number): void;
  /** The peer closed, or the network did. Told once, also after `end` and `destroy`. */
  closed(reason: string): void;
}

/** With one call of the system. */
export function writeTogether(socket: Writable, pieces: readonly Uint8Array[]): void {
  if (pieces.length > 1) socket.cork();
  for (const bytes of pieces) socket.write(bytes);
  if (pieces.length > 1) socket.uncork();
}
