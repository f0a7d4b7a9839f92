import type { Expect } from "../../harness/model/expect.js";
import type { FaultId } from "../../harness/ports/faults.js";
import { asDigest, type FileType, mediaTypeIn, textIn } from "./files.js";
import type { EntryOf, Trace } from "./index.js";
import { deliveries, shown } from "./texts.js";

type Sealed = EntryOf<"sealed">;
type Fault = EntryOf<"fault">;

/** Files of simulated users that went to a provider's user. */
export function deliveredFiles(trace: Trace, type?: FileType): readonly Sealed[] {
  return trace.of(
    "sealed",
    ({ content, messageId }) =>
      content.type === "media" &&
      (type === undefined || content["kind"] === type) &&
      deliveries(trace, messageId).length > 0,
  );
}

/** Larger than a few blocks; the small ones are for m4-features/media/block-edges-in. */
export function isLarger({ content }: Sealed): boolean {
  const { fileLength } = content as { readonly fileLength?: unknown };
  return typeof fileLength === "number" && fileLength > 100;
}

/** The provider's requests for the file of this message. */
export function requestsFor(trace: Trace, { content }: Sealed): readonly EntryOf<"http">[] {
  const path = textIn(content, "directPath");
  return trace.http.server("media").requests.where(({ by, url }) => by === "provider" && pathIn(url) === path).list;
}

/** Ordinary clients put into the query of a request what only Meta's own hosts care for (wire 6.2). */
export function pathIn(url: string): string {
  return url.split("?", 1)[0] ?? "";
}

/** The file is shown, and all of it. */
export function expectWholeFile(expect: Expect, trace: Trace, sent: Sealed): void {
  const [event] = shown(trace, sent.messageId);
  if (!expect("file shown to the user", event === undefined ? "no" : "yes", event ?? sent).is("yes")) return;
  expect("file", digestIn(event?.event["content"])?.sha256, event).is(textIn(sent.content, "fileSha256"));
}

/** The file is shown as it was sent, as a file of its type. */
export function expectFileShown(expect: Expect, trace: Trace, sent: Sealed): void {
  const [event] = shown(trace, sent.messageId);
  if (!expect("file shown to the user", event === undefined ? "no" : "yes", event ?? sent).is("yes")) return;
  const content = event?.event["content"];
  expect("type of file", textIn(content, "type"), event).is(textIn(sent.content, "kind"));
  expect("file", digestIn(content)?.sha256, event).is(textIn(sent.content, "fileSha256"));
  expect("MIME type", mediaTypeIn(content), event).is(mediaTypeIn(sent.content));
}

function digestIn(content: unknown) {
  const holder = content as { readonly data?: Parameters<typeof asDigest>[0] } | undefined;
  return asDigest(holder?.data);
}

/** Faults of files that the provider fetched all the same, after it had shown one that was in order. */
export function reachedFault(trace: Trace, id: FaultId): readonly Fault[] {
  const [first] = deliveredFiles(trace);
  if (first === undefined || shown(trace, first.messageId).length === 0) return [];
  return trace.of("fault", ({ event, fault, messageId }) => {
    const sent = deliveredFiles(trace).find((entry) => entry.messageId === messageId);
    return event === "applied" && fault === id && sent !== undefined && requestsFor(trace, sent).length > 0;
  });
}

export function sentUnder(trace: Trace, { messageId }: Fault): Sealed | undefined {
  return deliveredFiles(trace).find((entry) => entry.messageId === messageId);
}
