import { createHash } from "node:crypto";
import { concat, toHex } from "../../core/bytes.js";
import type { BodyDigest, MediaEntry, OpenedEntry } from "../../harness/model/trace.js";
import type { FileContent } from "../../harness/ports/file.js";
import type { DownloadOptions } from "../../harness/ports/meta-side.js";
import type { MediaContent } from "../../protocol/content/content.js";
import { diagnoseMedia } from "../../protocol/media/diagnosis/media.js";
import { MediaError } from "../../protocol/media/errors.js";
import { inspectMedia, openMedia } from "../../protocol/media/open.js";
import { sealMedia } from "../../protocol/media/seal.js";
import type { UserContext } from "./context.js";
import { UserError } from "./errors.js";

/**
 * Encrypts a file and puts it on Meta's media host. Returns what the message states about it.
 *
 * @throws UserError `user-file-too-large`
 */
export function upload(
  { clock, random, faults, media, mediaHost }: UserContext,
  file: FileContent,
  { id, to }: { readonly id: string; readonly to: string },
): MediaContent {
  const mediaKey = random.bytes(32);
  const { type: kind, data, ...described } = file;
  const { blob, ...digests } = sealMedia(data, { mediaKey, kind });
  const content: MediaContent = {
    type: "media",
    kind,
    ...described,
    ...digests,
    mediaKey,
    mediaKeyTimestamp: Math.floor(clock.now() / 1000),
    directPath: "/",
  };
  const place = { accounts: [to], messageId: id };
  const uploaded = faults.apply("media-upload", { plain: data, blob, content, serving: {} }, place);
  const directPath = media.put(uploaded.blob, uploaded.serving);
  if (directPath === undefined) {
    const found = `${uploaded.blob.length} bytes`;
    throw new UserError("user-file-too-large", `Upload ${kind}: found ${found}, wanted what the host takes`);
  }
  const host = mediaHost();
  // An address that a fault states.
  const { url: stated } = uploaded.content;
  return {
    ...uploaded.content,
    ...(host !== undefined && { url: `https://${host.name}${directPath}` }),
    ...(stated && { url: stated }),
    directPath,
  };
}

/** Fetches the file of a message through Meta's media host, as a client does, and records the result. */
export async function fetchFile(
  { jid, journal, proxy }: UserContext,
  { messageId, from }: Pick<MediaEntry, "messageId" | "from">,
  content: MediaContent,
): Promise<void> {
  const common = { kind: "media", by: "provider", messageId, user: jid, from, path: content.directPath } as const;
  const pieces: Uint8Array[] = [];
  const fetched = proxy.fetch(
    content.directPath,
    { method: "GET" },
    {
      head: () => undefined,
      body(bytes, taken) {
        pieces.push(Uint8Array.from(bytes));
        taken();
      },
    },
  );
  if (fetched === undefined) return void journal.record({ ...common, status: 404, problems: [] });
  const { head, failure } = await fetched.outcome;
  if (head === undefined || failure !== undefined) {
    return void journal.record({ ...common, broken: failure?.code ?? "http-bad-answer", problems: [] });
  }
  if (head.status !== 200) return void journal.record({ ...common, status: head.status, problems: [] });
  const blob = concat(...pieces);
  const { plain, problems } = inspectMedia(blob, content);
  const diagnosis = problems.length === 0 ? undefined : diagnoseMedia({ blob, message: content });
  const found = { problems, ...(diagnosis && { diagnosis }) };
  journal.record({ ...common, status: head.status, blob: digestOf(blob), plain: digestOf(plain), ...found });
}

/** Requests a path and discards the answer; the trace shows what the provider did. */
export async function download(
  { clock, proxy }: UserContext,
  path: string,
  { method = "GET", range, headers, pauseMs, abort }: DownloadOptions = {},
): Promise<void> {
  /** Pieces that wait for the pause to end; undefined before and after it. */
  let waiting: (() => void)[] | undefined;
  let began = false;
  const fetched = proxy.fetch(
    path,
    { method, headers: { ...headers, ...(range !== undefined && { range }) } },
    {
      head: () => undefined,
      body(_, taken) {
        if (!began && abort === true) fetched?.abort("http-reader-gone");
        if (!began && pauseMs !== undefined) {
          waiting = [];
          clock.after(pauseMs, () => {
            const late = waiting ?? [];
            waiting = undefined;
            for (const each of late) each();
          });
        }
        began = true;
        if (waiting === undefined) taken();
        else waiting.push(taken);
      },
    },
  );
  await fetched?.outcome;
}

function digestOf(bytes: Uint8Array): BodyDigest {
  return { bytes: bytes.length, sha256: toHex(createHash("sha256").update(bytes).digest()) };
}

/** Opens a file that is stored on Meta's own media host. Returns the result for the trace. */
export function openFile(
  { media }: Pick<UserContext, "media">,
  path: string,
  content: MediaContent,
): NonNullable<OpenedEntry["file"]> {
  const stored = media.get(path);
  if (stored === undefined) return { error: "media-not-found" };
  try {
    const plain = openMedia(stored.blob, content, content);
    return { length: plain.length, sha256: toHex(createHash("sha256").update(plain).digest()) };
  } catch (thrown) {
    if (thrown instanceof MediaError) return { error: thrown.code };
    throw thrown;
  }
}
