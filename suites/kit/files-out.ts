import type { Expect } from "../../harness/model/expect.js";
import { type FileType, mediaTypeIn, openedFiles, readableFiles, requestedFiles, sealedFiles } from "./files.js";
import type { EntryOf, Trace } from "./index.js";

type Media = EntryOf<"media">;

/** The file came as it was handed over, in a message of its type. */
export function expectSameFiles(expect: Expect, trace: Trace, reached: readonly Media[]): void {
  const requested = requestedFiles(trace);
  for (const entry of reached) {
    const wanted = requested.get(entry.messageId);
    const message = messageOf(trace, entry);
    expect("type of file", message?.content?.["kind"], message ?? entry).is(wanted?.type);
    expect("file", entry.plain?.sha256, entry).is(wanted?.data.sha256);
    expect("MIME type", mediaTypeIn(message?.content), message ?? entry).is(mediaTypeIn(wanted));
  }
}

/** What the message says that brought this file. */
export function messageOf(trace: Trace, { messageId, user }: Media): EntryOf<"opened"> | undefined {
  return openedFiles(trace).find((entry) => entry.messageId === messageId && entry.user === user);
}

/** Larger than a few blocks; the small ones are for m4-features/media/block-edges. */
export function largerFiles(trace: Trace, type?: FileType): readonly Media[] {
  const requested = requestedFiles(trace);
  return readableFiles(trace, type).filter(({ messageId }) => (requested.get(messageId)?.data.bytes ?? 0) > 100);
}

export function expectNoProblem(expect: Expect, what: string, reached: readonly Media[], problem: string): void {
  for (const entry of reached) expect(what, entry.problems.includes(problem) ? "wrong" : "right", entry).is("right");
}

export function largerSealedFiles(trace: Trace): readonly Media[] {
  const requested = requestedFiles(trace);
  return sealedFiles(trace).filter(({ messageId }) => (requested.get(messageId)?.data.bytes ?? 0) > 100);
}
