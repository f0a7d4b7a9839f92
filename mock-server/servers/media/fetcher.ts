import { createHash } from "node:crypto";
import { toHex } from "../../../core/bytes.js";
import type { Clock, Timer } from "../../../core/clock.js";
import { reasonOf } from "../../../core/coded-error.js";
import type { BodyDigest } from "../../../harness/model/trace.js";
import type { MediaProfile } from "../../../profiles/profile.js";
import { HttpCallError, type HttpCallErrorCode } from "../../http/errors.js";
import { type ResponseHead, ResponseReader } from "./response-reader.js";
import { type BufferPool, openWire, type Piece } from "./wire.js";

export interface MediaRequest {
  readonly method: "GET" | "HEAD";
  readonly url: URL;
  /** PEM to trust in addition to the usual authorities. */
  readonly ca: string | undefined;
  /** ASCII values; in addition to those of every request. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Receives a body. */
export interface MediaSink {
  head(head: ResponseHead): void;
  /** Receives a piece. Its bytes are valid until `taken` is called, which asks for more. */
  body(bytes: Uint8Array, taken: () => void): void;
}

export interface FetchOutcome {
  readonly head: ResponseHead | undefined;
  /** Of the received part of the body. */
  readonly digest: BodyDigest;
  /** The beginning of the body, for the trace. */
  readonly beginning: Uint8Array;
  /** Absent when the answer is complete. */
  readonly failure?: HttpCallError;
}

export interface Fetch {
  /** Never rejects. */
  readonly outcome: Promise<FetchOutcome>;
  abort(code: HttpCallErrorCode): void;
}

export interface FetcherDeps {
  readonly profile: Pick<MediaProfile, "answerTimeoutMs" | "idleTimeoutMs" | "maximumRelayedBytes">;
  readonly clock: Clock;
  readonly pool: BufferPool;
}

/** Buffers of one transfer that wait to be taken. They bound its memory, however large the file is. */
const maximumUntaken = 4;
/** How much of a body is kept for the trace. */
export const beginningBytes = 4096;
/** How long a host has to close the connection after its answer to HEAD, as it was asked to. */
const lingerMs = 250;

/** One HTTP exchange with the provider's media host, on its own connection; hashes the body while it passes. */
export function startFetch(request: MediaRequest, sink: MediaSink, { profile, clock, pool }: FetcherDeps): Fetch {
  const hash = createHash("sha256");
  const beginning: Uint8Array[] = [];
  let head: ResponseHead | undefined;
  let bytes = 0;
  let untaken = 0;
  let moved = clock.monotonic();
  let settle: (outcome: FetchOutcome) => void = () => undefined;
  const outcome = new Promise<FetchOutcome>((resolve) => {
    settle = resolve;
  });
  let over = false;

  const reader = new ResponseReader(request.method, {
    head(found) {
      head = found;
      sink.head(found);
    },
    body(piece) {
      if (bytes < beginningBytes) beginning.push(Uint8Array.from(piece.subarray(0, beginningBytes - bytes)));
      bytes += piece.length;
      if (bytes > profile.maximumRelayedBytes) {
        throw failed("http-answer-too-large", "a longer body", `at most ${profile.maximumRelayedBytes} bytes`);
      }
      hash.update(piece);
      held?.pass(piece);
    },
    end: () => (request.method === "HEAD" ? awaitClose() : finish(undefined)),
  });

  /** Passes on a part of the piece that is being read. */
  let held: { pass(part: Uint8Array): void } | undefined;

  function readPiece({ bytes: read, release }: Piece): boolean {
    moved = clock.monotonic();
    let parts = 1;
    const taken = (): void => {
      parts -= 1;
      if (parts > 0) return;
      release();
      untaken -= 1;
      moved = clock.monotonic();
      if (untaken === maximumUntaken - 1) wire.resume();
    };
    untaken += 1;
    held = {
      pass(part) {
        parts += 1;
        sink.body(part, taken);
      },
    };
    try {
      reader.read(read);
    } catch (thrown) {
      finish(asCallError(thrown));
    }
    taken();
    return untaken < maximumUntaken && !over;
  }

  const wire = openWire(
    { ...request, pool },
    {
      piece: (piece) => {
        if (!over) return readPiece(piece);
        piece.release();
        return false;
      },
      closed(error) {
        if (over || reader.done) return finish(undefined);
        if (error !== undefined) return finish(failed("http-unreachable", error.message, "an answer"));
        try {
          reader.close();
        } catch (thrown) {
          finish(asCallError(thrown));
        }
      },
    },
  );

  /** Nothing may follow an answer to HEAD, but a host may leave the connection open. */
  function awaitClose(): void {
    timer.cancel();
    timer = clock.after(lingerMs, () => finish(undefined));
  }

  function finish(failure: HttpCallError | undefined): void {
    if (over) return;
    over = true;
    timer.cancel();
    wire.destroy();
    const digest = { bytes, sha256: toHex(hash.digest()) };
    settle({ head, digest, beginning: Buffer.concat(beginning), ...(failure && { failure }) });
  }

  function failed(code: HttpCallErrorCode, found: string, wanted: string): HttpCallError {
    const { method, url } = request;
    return new HttpCallError(code, `${method} ${url.href.slice(0, 200)}: found ${found}, wanted ${wanted}`);
  }

  /** One timer for both time-outs, set again only when it fires: there may be thousands of pieces. */
  function watch(ms: number): Timer {
    return clock.after(ms, () => {
      const limit = head === undefined ? profile.answerTimeoutMs : profile.idleTimeoutMs;
      const left = moved + limit - clock.monotonic();
      if (left > 0) timer = watch(left);
      else finish(failed("http-timed-out", `nothing for ${limit} ms`, head === undefined ? "an answer" : "more of it"));
    });
  }
  let timer = watch(profile.answerTimeoutMs);

  wire.send(requestText(request));
  return {
    outcome,
    abort: (code) => finish(failed(code, "the transfer given up", "it to go on")),
  };
}

function requestText({ method, url, headers }: MediaRequest): string {
  const lines = Object.entries({ host: url.host, accept: "*/*", connection: "close", ...headers });
  return `${method} ${url.pathname}${url.search} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
}

function asCallError(thrown: unknown): HttpCallError {
  if (thrown instanceof HttpCallError) return thrown;
  return new HttpCallError("http-bad-answer", `Read the answer of the media host: ${reasonOf(thrown)}`);
}
