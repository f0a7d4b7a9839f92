import { toBase64Url } from "../../core/bytes.js";
import type { Random } from "../../core/random.js";
import { type MediaContent, type MediaKind, mediaKinds } from "../../protocol/content/content.js";
import { openMedia } from "../../protocol/media/open.js";
import { downloadPath } from "../../protocol/media/paths.js";
import { contentRange, parseRange } from "../../protocol/media/range.js";
import { type SealedMedia, sealMedia } from "../../protocol/media/seal.js";

/** A file as the user's app has it: not encrypted. */
export interface UserFile {
  readonly kind: MediaKind;
  readonly data: Uint8Array;
  readonly mimetype: string;
  readonly caption?: string;
  readonly fileName?: string;
}

/** What Meta's fetcher asks the media host. */
export interface FileRequest {
  readonly method: string;
  readonly ref: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** What the media host answers. */
export interface FileAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** How a file was sealed. */
export interface PublishedFile {
  readonly file: UserFile;
  readonly blob: Uint8Array;
}

/** Files in messages: out to the provider's media host, and in from Meta's. */
export interface FileBehaviour {
  /** The types of file that the provider can send. */
  readonly kinds: readonly MediaKind[];
  mediaKey(random: Random, previous: Uint8Array | undefined): Uint8Array;
  seal(file: UserFile, mediaKey: Uint8Array): SealedMedia;
  /** What the file is called on the media host. `count` is the number of files before it. */
  ref(random: Random, about: { readonly count: number; readonly user: string; readonly file: UserFile }): string;
  path(integrator: string, ref: string): string;
  /** What the message says of the file. */
  content(content: MediaContent, published: PublishedFile): MediaContent;

  /** Makes the media host. `files` holds the stored files by reference; `open` counts the answers under way. */
  host(files: ReadonlyMap<string, Uint8Array>, open: () => number): (request: FileRequest) => FileAnswer;
  statesLength(method: string): boolean;
  /** How long a reader may take for the next piece; undefined for as long as it wants. */
  readonly readerPatienceMs: number | undefined;
  /** Whether a file is gone when its reader hangs up. */
  readonly forgetsAborted: boolean;

  /** Where to fetch a file from; `usual` is the path of the message at Meta's media host. */
  address(usual: string, content: MediaContent): string;
  /** What goes behind the path in a request to Meta's media host: nothing, or a query. */
  requestQuery(content: MediaContent, token: () => Promise<string>): Promise<string>;
  /** Headers of a request to Meta's media host. */
  requestHeaders(token: () => Promise<string>, user: string): Promise<Readonly<Record<string, string>>>;
  /** Whether HEAD goes before GET. */
  readonly asksFirst: boolean;
  /** Longest pause within a transfer, and longest transfer. */
  readonly idleMs: number;
  readonly transferMs: number | undefined;
  /** The first byte to ask for after a transfer that broke off behind `received` bytes; undefined for all of the file. */
  resumeAt(received: number): number | undefined;
  /** Whether `part`, a `Content-Range`, begins at the byte that was asked for. */
  continues(part: string | undefined, from: number): boolean;
  /** How often a file is asked for. */
  readonly attempts: number;
  /** Pause after so many attempts. */
  pauseMs(attempt: number, base: number): number;
  /** Whether an answer with this status is final. */
  isFinal(status: number): boolean;
  /** The file that a final answer other than 200 leaves to show; undefined for none. */
  missing(status: number): Uint8Array | undefined;
  /** @throws MediaError when the blob is not what the message says. */
  open(blob: Uint8Array, content: MediaContent): Uint8Array;
  /** What the user sees of a file that was opened. `headers` came with it from Meta's media host. */
  shown(file: UserFile, headers: Readonly<Record<string, string>>): UserFile;
}

export const lawfulFiles: FileBehaviour = {
  kinds: mediaKinds,
  mediaKey: (random) => random.bytes(32),
  seal: ({ data, kind }, mediaKey) => sealMedia(data, { mediaKey, kind }),
  // 192 bits in 32 characters: more than anyone will ever guess.
  ref: (random) => toBase64Url(random.bytes(24)),
  path: (integrator, ref) => downloadPath({ integrator, ref }),
  content: (content) => content,

  host: (files) => (request) => fileAnswer(request, files.get(request.ref)),
  statesLength: () => true,
  readerPatienceMs: undefined,
  forgetsAborted: false,

  address: (usual) => usual,
  requestQuery: async () => "",
  requestHeaders: async () => ({}),
  asksFirst: false,
  idleMs: 10_000,
  transferMs: undefined,
  resumeAt: () => undefined,
  continues: (part, from) => part?.startsWith(`bytes ${from}-`) === true,
  attempts: 3,
  pauseMs: (attempt, base) => attempt * base,
  // As ordinary clients have it (interop fact 89): these will not be better the next time.
  isFinal: (status) => status === 200 || (status >= 400 && status < 500 && status !== 408 && status !== 429),
  missing: () => undefined,
  open: (blob, content) => openMedia(blob, content, content),
  shown: (file) => file,
};

const nothing = new Uint8Array(0);

/** The answer of the media host for `blob`; undefined when there is no such file (any more). */
export function fileAnswer({ method, headers }: FileRequest, blob: Uint8Array | undefined): FileAnswer {
  if (method !== "GET" && method !== "HEAD") return { status: 405, headers: { allow: "GET, HEAD" }, body: nothing };
  if (blob === undefined) return { status: 404, headers: {}, body: nothing };
  const tag = entityTag(blob);
  // Only the recipient may learn the type of the file.
  const usual = { "content-type": "application/octet-stream", "accept-ranges": "bytes", etag: tag };
  if (isAmong(headers["if-none-match"], tag)) return { status: 304, headers: { etag: tag }, body: nothing };
  // Without a date of its own, the host cannot match one (RFC 9110, section 13.1.5).
  const { "if-range": condition = tag } = headers;
  const range = method === "GET" && condition === tag ? parseRange(headers["range"], blob.length) : undefined;
  if (range === undefined) return { status: 200, headers: usual, body: blob };
  const place = { "content-range": contentRange(range, blob.length) };
  if (range === "unsatisfiable") return { status: 416, headers: place, body: nothing };
  return { status: 206, headers: { ...usual, ...place }, body: blob.subarray(range.from, range.to + 1) };
}

/** The end of a stored file is its MAC, so no two files share it. */
export function entityTag(blob: Uint8Array): string {
  return `"${toBase64Url(blob.subarray(-10))}"`;
}

/** Whether `If-None-Match` names this tag (RFC 9110, section 13.1.2: the weak comparison). */
function isAmong(header: string | undefined, tag: string): boolean {
  const named = header?.match(/\*|(?:W\/)?"[^"]*"/g) ?? [];
  return named.some((each) => each === "*" || each.replace(/^W\//, "") === tag);
}
