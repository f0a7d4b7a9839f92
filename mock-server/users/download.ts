import { createHash } from "node:crypto";
import { concat, toHex } from "../../core/bytes.js";
import type { BodyDigest, MediaEntry } from "../../harness/model/trace.js";
import type { DownloadOptions } from "../../harness/ports/meta-side.js";
import type { MediaContent } from "../../protocol/content/content.js";
import { inspectMedia } from "../../protocol/media/open.js";
import type { UserContext } from "./context.js";

/** Fetches the file of a message through Meta's media host, as a client does, and records what came of it. */
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
  journal.record({ ...common, status: head.status, blob: digestOf(blob), plain: digestOf(plain), problems });
}

/** Asks for a path and lets the answer go; what the provider did is in the trace. */
export async function download(
  { clock, proxy }: UserContext,
  path: string,
  { method = "GET", range, pauseMs, abort }: DownloadOptions = {},
): Promise<void> {
  /** Pieces that wait for the pause to end; undefined before the first and after the pause. */
  let waiting: (() => void)[] | undefined;
  let began = false;
  const fetched = proxy.fetch(
    path,
    { method, ...(range !== undefined && { range }) },
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
