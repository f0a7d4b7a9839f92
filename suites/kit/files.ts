import type { BodyDigest } from "../../harness/model/trace.js";
import { type FileContent, type FileType, fileTypes } from "../../harness/ports/file.js";
import type { Need } from "../../harness/checks/check.js";
import type { ProviderSide, ProviderUser } from "../../harness/ports/provider-side.js";
import type { WhatsAppUser } from "../../harness/ports/meta-side.js";
import { parseDownloadPath } from "../../protocol/media/paths.js";
import { calls, contentIn, parameter, resultMember } from "./calls.js";
import type { DriveContext, EntryOf, Json, Trace, TraceEntry } from "./index.js";
import { memberOf, textIn } from "./json.js";
import { isOpening } from "./texts.js";
import { untilAll } from "./waiting.js";

export type { FileType };
export { fileTypes };

type Media = EntryOf<"media">;
type Opened = EntryOf<"opened">;

/** Bytes without a pattern, the same in every run. */
export function sampleBytes(length: number, seed = 1): Uint8Array {
  let state = Math.imul(seed, 0x9e3779b1);
  const block = Uint8Array.from({ length: Math.min(length, 65_536) }, () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return state >>> 24;
  });
  if (length <= block.length) return block;
  return Uint8Array.from(Buffer.alloc(length, block));
}

const mimetypes: Readonly<Record<FileType, string>> = {
  image: "image/jpeg",
  video: "video/mp4",
  audio: "audio/mpeg",
  voice: "audio/ogg; codecs=opus",
  document: "application/pdf",
};

/** For checks that any type of file will do for. */
export const someFileType: Need = fileTypes;

/** The first of the types that the provider can send. */
export function sendableType({ capabilities }: ProviderSide): FileType {
  return fileTypes.find((type) => capabilities.has(type)) ?? "image";
}

/** A file of this type; the types that can have a caption or a name have one. */
export function sampleFile(type: FileType, length = 1003 + fileTypes.indexOf(type)): FileContent {
  return {
    type,
    data: sampleBytes(length, length + 1),
    mimetype: mimetypes[type],
    ...((type === "image" || type === "video" || type === "document") && { caption: `Seen on the way: ${type}` }),
    ...(type === "document" && { fileName: "Quarterly-Figures.pdf" }),
  };
}

/** The provider's user sends a file, and the WhatsApp user has fetched it, or failed to. */
export async function sendFile(
  context: DriveContext,
  from: ProviderUser,
  to: string,
  file: FileContent,
): Promise<string> {
  const { id } = await from.send(to, file);
  await untilFetched(context, id);
  return id;
}

/** As `sendFile`, one after the other. With `mayRefuse`, a file that the provider refuses to send is left out. */
export async function sendFiles(
  context: DriveContext,
  from: ProviderUser,
  to: string,
  files: readonly FileContent[],
  { mayRefuse }: { readonly mayRefuse: boolean },
): Promise<void> {
  await untilAll(
    files.map((file) => async (ms) => {
      const sent = mayRefuse ? await from.trySend(to, file) : { ok: true as const, result: await from.send(to, file) };
      return sent.ok ? untilFetched(context, sent.result.id, ms) : sent;
    }),
  );
}

/** The WhatsApp user has fetched the file of this message, or its message names none that it could fetch. */
async function untilFetched({ wait }: DriveContext, id: string, ms?: number): Promise<TraceEntry | undefined> {
  const options = ms === undefined ? {} : { ms };
  const opened = await wait("opened", isOpening(id), options);
  if (opened?.content?.type !== "media" || opened.file !== undefined) return opened;
  return wait("media", (entry) => entry.messageId === id, options);
}

/** SHA-256 of the stored file that the message with this path promises; undefined where no message has it. */
export function promisedAt(trace: Trace, url: string): string | undefined {
  const promising = trace.of("opened").find(({ content }) => {
    const ref = parseDownloadPath(textIn(content, "directPath") ?? "")?.ref;
    return ref !== undefined && url.includes(ref);
  });
  return textIn(promising?.content, "fileEncSha256");
}

/** The path at which the message says that its file is; empty when the message did not open. */
export async function pathOf(context: DriveContext, id: string): Promise<string> {
  const opened = await context.wait("opened", isOpening(id));
  return textIn(opened?.content, "directPath") ?? "";
}

/** The WhatsApp user sends a file, and it is shown to the provider's user. */
export async function showFile(from: WhatsAppUser, to: ProviderUser, file: FileContent): Promise<string> {
  const { id } = await from.send(to.login, file);
  await to.event("message", (event) => event["id"] === id);
  return id;
}

/** A media type without what does not count: case and the spaces around its parameters. */
export function mediaTypeIn(holder: unknown): string | undefined {
  return textIn(holder, "mimetype")
    ?.replace(/\s*;\s*/g, "; ")
    .toLowerCase();
}

export interface RequestedFile {
  readonly user: string;
  readonly to: string;
  readonly type: string;
  readonly data: BodyDigest;
  readonly mimetype: string | undefined;
  readonly caption: string | undefined;
  readonly fileName: string | undefined;
}

/**
 * The files that the provider was asked to send, by the id that it gave the message. An id that it gave twice names
 * no file; m3-messaging/message-ids judges that.
 */
export function requestedFiles(trace: Trace): ReadonlyMap<string, RequestedFile> {
  const requested = new Map<string, RequestedFile>();
  const twice = new Set<string>();
  for (const call of calls(trace, "message.send")) {
    const id = resultMember(call, "id");
    const content = contentIn(call);
    const data = asDigest(memberOf(content, "data"));
    if (id === undefined || data === undefined) continue;
    if (requested.has(id)) twice.add(id);
    requested.set(id, {
      user: parameter(call, "user") ?? "",
      to: parameter(call, "to") ?? "",
      type: textIn(content, "type") ?? "",
      data,
      mimetype: textIn(content, "mimetype"),
      caption: textIn(content, "caption"),
      fileName: textIn(content, "fileName"),
    });
  }
  for (const id of twice) requested.delete(id);
  return requested;
}

/** Messages with a file that a WhatsApp user decrypted. */
export function openedFiles(trace: Trace, type?: string): readonly Opened[] {
  const requested = requestedFiles(trace);
  return trace.of("opened", ({ content, messageId }) => {
    const file = requested.get(messageId);
    return content?.type === "media" && file !== undefined && (type === undefined || file.type === type);
  });
}

/** Files whose path names a file of this provider; others are judged by the checks of paths. */
export function wellAddressed(trace: Trace, integrator: string): readonly Media[] {
  return trace.of(
    "media",
    // What the harness itself gave up says nothing about the provider.
    ({ path, broken }) => broken !== "http-stopped" && parseDownloadPath(path)?.integrator === integrator,
  );
}

/** The identifier that most paths of this trace name; the checks of paths judge whether it is the right one. */
export function integratorIn(trace: Trace): string {
  return (
    trace
      .of("media")
      .flatMap(({ path, status }) => (status === 404 ? [] : (parseDownloadPath(path)?.integrator ?? [])))[0] ?? ""
  );
}

/** Files that a WhatsApp user got from the provider's host; whether it does is judged by m4-features/media/reachable. */
export function fetchedFiles(trace: Trace): readonly Media[] {
  return trace.of("media", (entry) => entry.status === 200 && requestedFiles(trace).has(entry.messageId));
}

/** Those that are encrypted; whether they are is judged by m4-features/media/ciphertext-only. */
export function sealedFiles(trace: Trace): readonly Media[] {
  const requested = requestedFiles(trace);
  return fetchedFiles(trace).filter((entry) => entry.blob?.sha256 !== requested.get(entry.messageId)?.data.sha256);
}

/** A small file for comparison, and sizes around those of the buffers and chunks that applications and their libraries use. */
export const usualSizes: readonly number[] = [1000, 8193, 65_535, 65_536, 65_537, 2 ** 20, 2 ** 20 + 1];

/** Names that mean something to paths, headers or markup, and nothing to people. */
export const oddNames: readonly string[] = [
  'a"b;c=d.txt',
  "\u5831\u544a \u{1f4c4}.pdf",
  "../../outside.txt",
  "tab\tand line\nbreak.txt",
  "C:\\Temp\\x.txt",
  ".hidden",
  "50% & <b>more</b>.csv",
];

/** Files of usual sizes; where they are documents, each has an odd name. */
export function filesOfUsualSizes(type: FileType): readonly FileContent[] {
  return usualSizes.map((size, at) => {
    const file = sampleFile(type, size);
    return type === "document" ? { ...file, fileName: oddNames[at] ?? "" } : file;
  });
}

const unreadable = ["media-mac-mismatch", "media-too-short", "media-not-blocks", "media-bad-padding"];

/** Those that decrypt, with the keys of any type; whether they do is judged by the checks of the cipher. */
export function readableFiles(trace: Trace, type?: string): readonly Media[] {
  const requested = requestedFiles(trace);
  return sealedFiles(trace).filter(
    ({ messageId, problems }) =>
      !problems.some((problem) => unreadable.includes(problem)) &&
      (type === undefined || requested.get(messageId)?.type === type),
  );
}

/** What a trace keeps of a file's bytes. */
export function asDigest(value: Json | undefined): BodyDigest | undefined {
  const [bytes, sha256] = [memberOf(value, "bytes"), memberOf(value, "sha256")];
  return typeof bytes === "number" && typeof sha256 === "string" ? { bytes, sha256 } : undefined;
}
