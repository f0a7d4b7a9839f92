import type { Writable } from "node:stream";
import type { ConnectionEntry } from "../../../harness/model/trace.js";

/** A byte stream to a client, over WebSocket or TCP. After it is closed, every method does nothing. */
export interface Pipe {
  readonly transport: ConnectionEntry["transport"];
  /** Of the upgrade request, without credentials; absent on TCP. */
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes written that the peer has not received yet. */
  readonly backlog: number;
  /** Each piece is one WebSocket message; all are passed to the system together. */
  write(pieces: readonly Uint8Array[]): void;
  /** Closes after everything that was written. */
  end(): void;
  /** Closes at once. */
  destroy(): void;
}

/** What a pipe reports to its owner. */
export interface PipeListener {
  received(bytes: Uint8Array): void;
  /** A WebSocket text message, which has no meaning here. */
  receivedText(bytes: number): void;
  /** The peer closed the stream, or the network failed. Called once, also after `end` and `destroy`. */
  closed(reason: string): void;
}

/** Writes all pieces with one system call. */
export function writeTogether(socket: Writable, pieces: readonly Uint8Array[]): void {
  if (pieces.length > 1) socket.cork();
  for (const bytes of pieces) socket.write(bytes);
  if (pieces.length > 1) socket.uncork();
}

/** FIN and opcode 2: a binary message in one frame (RFC 6455 section 5.2). */
const wholeBinary = 0x82;

/**
 * `payload` as one WebSocket message of a server, in one piece. ws writes header and payload separately, so that even a
 * single message is a vectored write.
 */
export function binaryMessage(payload: Uint8Array): Uint8Array {
  const { length } = payload;
  const headerLength = length < 126 ? 2 : length < 2 ** 16 ? 4 : 10;
  const message = Buffer.allocUnsafe(headerLength + length);
  message[0] = wholeBinary;
  if (headerLength === 2) message[1] = length;
  else if (headerLength === 4) {
    message[1] = 126;
    message.writeUInt16BE(length, 2);
  } else {
    message[1] = 127;
    message.writeUInt32BE(0, 2);
    message.writeUInt32BE(length, 6);
  }
  message.set(payload, headerLength);
  return message;
}
