import { connect as connectPlain, isIP, type Socket } from "node:net";
import { connect as connectSecure } from "node:tls";
import { trusting } from "../../http/trust.js";

/** A piece of the input. Its bytes do not change until `release` is called. */
export interface Piece {
  readonly bytes: Uint8Array;
  release(): void;
}

export interface WireEvents {
  /** False to pause until `resume`. */
  piece(piece: Piece): boolean;
  closed(error: Error | undefined): void;
}

export interface Wire {
  send(text: string): void;
  resume(): void;
  destroy(): void;
}

/** Pieces of up to this size are copied, so that a slow stream does not occupy large buffers. */
const smallPiece = 16 * 1024;

export interface WireDeps {
  /** Its scheme is `http:` or `https:`. */
  readonly url: URL;
  /** PEM to trust in addition to the usual authorities. */
  readonly ca: string | undefined;
  readonly pool: BufferPool;
}

/** Connects to the host of a URL. */
export function openWire({ url, ca, pool }: WireDeps, events: WireEvents): Wire {
  // The brackets of an IPv6 address belong to the URL.
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const socket = url.protocol === "https:" ? secure(url, host, ca, events) : plain(url, host, pool, events);
  let failure: Error | undefined;
  socket.on("error", (error) => {
    failure = error;
  });
  socket.on("close", () => events.closed(failure));
  return {
    send: (text) => void socket.write(text, "latin1"),
    resume: () => void socket.resume(),
    destroy: () => void socket.destroy(),
  };
}

/** Reads straight into buffers of the pool. */
function plain(url: URL, host: string, pool: BufferPool, events: WireEvents): Socket {
  let next = pool.take("first");
  const socket = connectPlain({
    host,
    port: Number(url.port || 80),
    noDelay: true,
    onread: {
      buffer: () => next,
      callback(length, filled) {
        const read = filled.subarray(0, length);
        if (length <= smallPiece) return events.piece({ bytes: Uint8Array.from(read), release: () => undefined });
        next = pool.take("more");
        return events.piece({ bytes: read, release: () => pool.give(filled) });
      },
    },
  });
  socket.on("close", () => pool.give(next));
  return socket;
}

function secure(url: URL, host: string, ca: string | undefined, { piece }: WireEvents): Socket {
  const socket = connectSecure({
    host,
    port: Number(url.port || 443),
    ALPNProtocols: ["http/1.1"],
    // An address is not a server name (RFC 6066, section 3); it is still compared with the certificate.
    ...(isIP(host) === 0 && { servername: host }),
    ...(ca !== undefined && { secureContext: trusting(ca) }),
  });
  socket.on("data", (bytes: Uint8Array) => {
    if (!piece({ bytes, release: () => undefined })) socket.pause();
  });
  return socket;
}

/** For the start of an answer: most files are small, and a large buffer costs more than reading them. */
const firstBytes = 32 * 1024;
/** So large that the cost of a system call is negligible. */
const moreBytes = 256 * 1024;
/** How many free buffers are kept; the number of transfers bounds the others. */
const maximumIdleFirst = 128;
const maximumIdleMore = 16;

/** Reuses the buffers that transfers read into: a fresh one for each piece costs more than hashing it. */
export interface BufferPool {
  /** For the first bytes of an answer, or for the rest. */
  take(what: "first" | "more"): Uint8Array;
  give(buffer: Uint8Array): void;
}

export function createBufferPool(): BufferPool {
  const first: Uint8Array[] = [];
  const more: Uint8Array[] = [];
  return {
    take: (what) =>
      what === "first"
        ? (first.pop() ?? Buffer.allocUnsafeSlow(firstBytes))
        : (more.pop() ?? Buffer.allocUnsafeSlow(moreBytes)),
    give(buffer) {
      if (buffer.length === firstBytes && first.length < maximumIdleFirst) first.push(buffer);
      if (buffer.length === moreBytes && more.length < maximumIdleMore) more.push(buffer);
    },
  };
}
