import { concat, sameBytes, toHex, utf8 } from "../../core/bytes.js";
import { NoiseError } from "./errors.js";

const headerLength = 4;
/** "ED", 0, 1, before the 3-byte length of a routing blob (wire 1.1). */
const routingMark = Uint8Array.of(0x45, 0x44, 0, 1);
/** Bytes of a routing blob. Real ones are far shorter. */
const maxRouting = 1024;

/**
 * The first four bytes of the client, which are also the Noise prologue: "WA", `magic`, `dictionaryVersion`. The
 * ordinary client sends 6 and 3 (interop fact 29).
 */
export function header({ magic, dictionaryVersion }: { magic: number; dictionaryVersion: number }): Uint8Array {
  return concat(utf8("WA"), Uint8Array.of(magic, dictionaryVersion));
}

export interface Intro {
  readonly header: Uint8Array;
  readonly routing?: Uint8Array;
  /** What followed in the same chunk; goes to the FrameReader. */
  readonly rest: Uint8Array;
}

/**
 * The server's reader for what comes before the first frame. Drop it once it has returned a result. A routing blob is not
 * part of the prologue.
 */
export class IntroReader {
  readonly #header: Uint8Array;
  #received: Uint8Array = new Uint8Array(0);

  /** @param options.header The only header that is accepted. */
  constructor(options: { header: Uint8Array }) {
    this.#header = options.header;
  }

  /**
   * Undefined until the header is complete.
   *
   * @throws NoiseError `bad-header` at the first byte that cannot become the header, or for too long a routing blob.
   */
  push(chunk: Uint8Array): Intro | undefined {
    // Copying what was there is cheap: without an error there are never more than maxRouting + 11 bytes.
    this.#received = this.#received.length === 0 ? chunk : concat(this.#received, chunk);
    const routing = this.#routing();
    if (routing === undefined) return undefined;
    const at = routing.end;
    this.#demandPrefix(this.#header, at);
    if (this.#received.length < at + headerLength) return undefined;
    const rest = this.#received.subarray(at + headerLength);
    const found = this.#received.slice(at, at + headerLength);
    return routing.blob === undefined ? { header: found, rest } : { header: found, routing: routing.blob, rest };
  }

  /** Undefined until it is known whether there is a routing blob and where it ends. */
  #routing(): { blob?: Uint8Array; end: number } | undefined {
    const received = this.#received;
    if (received.length === 0) return undefined;
    if (received[0] !== routingMark[0]) return { end: 0 };
    this.#demandPrefix(routingMark, 0);
    const start = routingMark.length + 3;
    if (received.length < start) return undefined;
    const [high = 0, middle = 0, low = 0] = received.subarray(routingMark.length);
    const length = (high << 16) | (middle << 8) | low;
    if (length > maxRouting) {
      throw new NoiseError("bad-header", `Read routing: ${length} bytes announced, wanted at most ${maxRouting}`);
    }
    const end = start + length;
    return received.length < end ? undefined : { blob: received.slice(start, end), end };
  }

  #demandPrefix(wanted: Uint8Array, at: number): void {
    const found = this.#received.subarray(at, at + wanted.length);
    if (!sameBytes(found, wanted.subarray(0, found.length))) {
      throw new NoiseError("bad-header", `Read header: ${toHex(found)} found, wanted ${toHex(wanted)}`);
    }
  }
}
