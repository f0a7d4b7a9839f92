import { concat } from "../../../core/bytes.js";
import { HttpCallError } from "../../http/errors.js";

export interface ResponseEvents {
  head(head: ResponseHead): void;
  /** A view of the input; valid until the next `read`. */
  body(piece: Uint8Array): void;
  /** The answer is complete. */
  end(): void;
}

const maximumHeadBytes = 16 * 1024;
const maximumSizeLine = 64;
/** Interim answers, and bytes of trailers: without a limit, a host could send them for ever. */
const maximumInterim = 16;
const maximumTrailerBytes = 64 * 1024;
const lineEnd = Buffer.from("\r\n");
const headEnd = Buffer.from("\r\n\r\n");

type State = "head" | "body" | "chunk-size" | "chunk-end" | "trailer" | "done";

/**
 * Reads one HTTP/1.1 answer without copying its body. Node's own client keeps a buffer of its own for every piece,
 * which costs a proxy of large files more than half its speed.
 */
export class ResponseReader {
  readonly #events: ResponseEvents;
  readonly #method: string;
  #state: State = "head";
  /** Bytes of a head, a chunk size or a trailer that are not complete yet. */
  #kept: Uint8Array = new Uint8Array(0);
  /** Body bytes to come; of the current chunk, or of the whole. */
  #left = 0;
  #framing: Framing = "until-close";
  #interim = 0;
  #trailerBytes = 0;

  constructor(method: string, events: ResponseEvents) {
    this.#method = method;
    this.#events = events;
  }

  get done(): boolean {
    return this.#state === "done";
  }

  /** @throws HttpCallError `http-bad-answer` */
  read(bytes: Uint8Array): void {
    let rest = bytes;
    while (rest.length > 0 && this.#state !== "done") rest = this.#step(rest);
    if (rest.length > 0 && this.#method === "HEAD") {
      throw badAnswer("bytes behind the head", "none in an answer to HEAD");
    }
  }

  /** The connection has ended. @throws HttpCallError `http-cut-short` when it should not have. */
  close(): void {
    if (this.#state === "done") return;
    if (this.#state === "body" && this.#framing === "until-close") return this.#finish();
    const wanted = this.#left > 0 ? `${this.#left} more bytes` : "the rest of the answer";
    const message = `Read the answer of the media host: found the end of the connection, wanted ${wanted}`;
    throw new HttpCallError("http-cut-short", message);
  }

  /** Reads one part from the start of `bytes`; returns the rest. */
  #step(bytes: Uint8Array): Uint8Array {
    switch (this.#state) {
      case "head":
        return this.#upTo(headEnd, bytes, maximumHeadBytes, (text) => this.#head(text));
      case "body":
        return this.#body(bytes);
      case "chunk-size":
        return this.#upTo(lineEnd, bytes, maximumSizeLine, (text) => this.#chunkSize(text));
      case "chunk-end":
        return this.#upTo(lineEnd, bytes, lineEnd.length, (text) => {
          if (text !== "") throw badAnswer("a chunk longer than its size", "its end");
          this.#state = "chunk-size";
        });
      case "trailer":
        return this.#upTo(lineEnd, bytes, maximumHeadBytes, (text) => this.#trailer(text));
      case "done":
        return bytes.subarray(bytes.length);
    }
  }

  #head(text: string): void {
    const head = parseHead(text);
    // An interim answer (RFC 9110, section 15.2): the real one follows.
    if (head.status < 200) {
      this.#interim += 1;
      if (this.#interim > maximumInterim)
        throw badAnswer(`${this.#interim} interim answers`, `at most ${maximumInterim}`);
      return;
    }
    this.#framing = framingOf(head, this.#method);
    this.#events.head(head);
    if (this.#framing === "chunked") this.#state = "chunk-size";
    else if (this.#framing === "until-close") this.#beginBody(Number.POSITIVE_INFINITY);
    else this.#beginBody(this.#framing.length);
  }

  #beginBody(length: number): void {
    this.#left = length;
    if (length === 0) this.#finish();
    else this.#state = "body";
  }

  #body(bytes: Uint8Array): Uint8Array {
    const piece = bytes.length <= this.#left ? bytes : bytes.subarray(0, this.#left);
    this.#left -= piece.length;
    this.#events.body(piece);
    if (this.#left === 0) {
      if (this.#framing === "chunked") this.#state = "chunk-end";
      else this.#finish();
    }
    return bytes.subarray(piece.length);
  }

  #chunkSize(text: string): void {
    const [, size = ""] = /^([\dA-Fa-f]{1,12})(?:[ \t]*;.*)?$/.exec(text) ?? [];
    if (size === "") throw badAnswer(`the chunk size "${text.slice(0, 20)}"`, "a hexadecimal number");
    this.#left = Number.parseInt(size, 16);
    this.#state = this.#left === 0 ? "trailer" : "body";
  }

  #trailer(text: string): void {
    if (text === "") return this.#finish();
    this.#trailerBytes += text.length;
    if (this.#trailerBytes > maximumTrailerBytes) {
      throw badAnswer(`${this.#trailerBytes} bytes of trailers`, `at most ${maximumTrailerBytes}`);
    }
  }

  #finish(): void {
    this.#state = "done";
    this.#events.end();
  }

  /** Passes on the text before `mark`; keeps the bytes until the mark arrives. */
  #upTo(mark: Buffer, bytes: Uint8Array, maximum: number, take: (text: string) => void): Uint8Array {
    const known = this.#kept.length;
    const all = known === 0 ? bytes : concat(this.#kept, bytes);
    const at = Buffer.from(all.buffer, all.byteOffset, all.length).indexOf(mark);
    if (at < 0 ? all.length > maximum : at > maximum) throw badAnswer(`${all.length} bytes`, `at most ${maximum}`);
    if (at < 0) {
      this.#kept = Uint8Array.from(all);
      return bytes.subarray(bytes.length);
    }
    this.#kept = new Uint8Array(0);
    take(Buffer.from(all.buffer, all.byteOffset, at).toString("latin1"));
    return bytes.subarray(at + mark.length - known);
  }
}

export interface ResponseHead {
  readonly status: number;
  /** Lower-case names; repeated ones are joined. */
  readonly headers: Readonly<Record<string, string>>;
}

/** How the end of a body is found (RFC 9112, section 6.3). */
type Framing = { readonly length: number } | "chunked" | "until-close";

const statusLine = /^HTTP\/1\.[01] ([1-5]\d{2})(?: [^\r\n]*)?$/;
/** RFC 9110, section 5.5: no other control character than a tab. Node refuses to pass on a header with one. */
const control = /[\0-\x08\x0a-\x1f\x7f]/;
const headerName = /^[!#$%&'*+.^_`|~\w-]+$/;
const maximumHeaders = 100;

/** @throws HttpCallError `http-bad-answer` */
export function parseHead(text: string): ResponseHead {
  const [first = "", ...lines] = text.split("\r\n");
  const status = statusLine.exec(first)?.[1];
  if (status === undefined) throw badAnswer(`the status line "${first.slice(0, 80)}"`, "one of HTTP/1.1");
  if (lines.length > maximumHeaders) throw badAnswer(`${lines.length} headers`, `at most ${maximumHeaders}`);
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon));
    if (!headerName.test(name) || control.test(line)) {
      throw badAnswer(`the header line "${line.slice(0, 80)}"`, "a name and a value");
    }
    const key = name.toLowerCase();
    const value = withoutWhiteSpace(line.slice(colon + 1));
    headers[key] = Object.hasOwn(headers, key) ? `${headers[key]}, ${value}` : value;
  }
  return { status: Number(status), headers };
}

/** Trims spaces and tabs. Without a pattern: one for the whole line took cubic time for a long run of them. */
function withoutWhiteSpace(text: string): string {
  let [start, end] = [0, text.length];
  while (text[start] === " " || text[start] === "\t") start++;
  while (end > start && (text[end - 1] === " " || text[end - 1] === "\t")) end--;
  return text.slice(start, end);
}

/** @throws HttpCallError `http-bad-answer` for a head that does not decide it. */
function framingOf({ status, headers }: ResponseHead, method: string): Framing {
  if (method === "HEAD" || status === 204 || status === 304) return { length: 0 };
  const coding = headers["transfer-encoding"];
  const length = headers["content-length"];
  if (coding !== undefined) {
    if (coding.toLowerCase() !== "chunked")
      throw badAnswer(`transfer coding "${coding.slice(0, 80)}"`, "chunked or none");
    if (length !== undefined) throw badAnswer("both a length and chunks", "one of them");
    return "chunked";
  }
  if (length === undefined) return "until-close";
  if (!/^\d{1,15}$/.test(length)) throw badAnswer(`Content-Length "${length.slice(0, 80)}"`, "one number");
  return { length: Number(length) };
}

function badAnswer(found: string, wanted: string): HttpCallError {
  return new HttpCallError("http-bad-answer", `Read the answer of the media host: found ${found}, wanted ${wanted}`);
}
