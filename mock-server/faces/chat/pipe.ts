import type { ConnectionEntry } from "../../../harness/model/trace.js";

/** A byte stream to a client, whatever carries it. Once closed, every method does nothing. */
export interface Pipe {
  readonly transport: ConnectionEntry["transport"];
  /** Of the upgrade request; absent on TCP. Without credentials. */
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes written that the peer has not taken yet. */
  readonly backlog: number;
  /** One WebSocket message, or one TCP write. */
  write(bytes: Uint8Array): void;
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
