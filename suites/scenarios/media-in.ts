import type { Expect } from "../../harness/model/expect.js";
import type { FaultId, FaultRequest } from "../../harness/ports/faults.js";
import { appliedFaults, expectNotShown } from "../kit/faults.js";
import { asDigest, type FileType, fileTypes, mediaTypeIn, sampleFile, showFile } from "../kit/files.js";
import {
  check,
  type Check,
  type CheckRow,
  type EntryOf,
  type Json,
  killedFor,
  type OneFindingRow,
  scenario,
  type Trace,
} from "../kit/index.js";
import { memberOf, textIn } from "../kit/json.js";
import { deliveries, shown } from "../kit/texts.js";
import { isAnswerTo } from "../kit/waiting.js";
import { edgeSizes } from "./media-out.js";

type Sealed = EntryOf<"sealed">;
type Fault = EntryOf<"fault">;

/** The WhatsApp user sends a file of each type, and images of awkward sizes. */
export const mediaIn = scenario("scenarios/media-in", ["media-receive"], async (context) => {
  const { meta, provider, wait } = context;
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  for (const type of fileTypes) await showFile(bob, alice, sampleFile(type));
  const edges = [];
  for (const size of edgeSizes) edges.push(await bob.send(alice.login, sampleFile("image", size)));
  for (const { id } of edges) await alice.event("message", (event) => event["id"] === id);
  await wait("stanza", isAnswerTo(edges.at(-1)?.id));
});

const deviations: readonly FaultRequest[] = [
  { fault: "media-missing", params: { status: 404 } },
  { fault: "media-missing", params: { status: 410 } },
  { fault: "media-missing", params: { status: 403 } },
  { fault: "media-mac-wrong" },
  { fault: "media-enc-hash-wrong" },
  { fault: "media-hash-wrong" },
  { fault: "media-kind-wrong" },
  { fault: "media-truncated" },
  { fault: "media-surplus" },
  { fault: "media-length-wrong" },
];

/** Files that are not what their messages say, between two that are in order. */
export const mediaDeviant = scenario("scenarios/media-deviant", ["media-receive"], async (context) => {
  const { meta, provider, wait } = context;
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  await showFile(bob, alice, sampleFile("image"));
  for (const fault of deviations) {
    meta.arm(fault);
    const { id } = await bob.send(alice.login, sampleFile("image"));
    const sealed = await wait("sealed", (entry) => entry.messageId === id);
    const path = textIn(sealed?.content, "directPath");
    await wait("http", ({ part, url }) => part === "response" && pathIn(url) === path);
  }
  await showFile(bob, alice, sampleFile("image"));
});

const difficulties: readonly FaultRequest[] = [
  { fault: "media-unavailable" },
  { fault: "media-broken-off" },
  { fault: "media-slow", params: { pieces: 5, everyMs: 60 } },
];

/** Files that are in order and arrive with difficulties, after one that arrives without. */
export const mediaTransfer = scenario("scenarios/media-transfer", ["media-receive"], async ({ meta, provider }) => {
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  await showFile(bob, alice, sampleFile("document"));
  const sent = [];
  for (const fault of difficulties) {
    meta.arm(fault);
    sent.push(await bob.send(alice.login, sampleFile("document")));
  }
  for (const { id } of sent) await alice.event("message", (event) => event["id"] === id);
});

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
  const fileLength = content["fileLength"];
  return typeof fileLength === "number" && fileLength > 100;
}

/** The provider's requests for the file of this message. */
export function requestsFor(trace: Trace, { content }: Sealed): readonly EntryOf<"http">[] {
  const path = textIn(content, "directPath");
  return trace.http.server("media").requests.where(({ by, url }) => by === "provider" && pathIn(url) === path).list;
}

/** Ordinary clients put into the query of a request what only Meta's own hosts care for (wire 6.2). */
function pathIn(url: string): string {
  return url.split("?", 1)[0] ?? "";
}

/** Faults of files that the provider fetched all the same, after it had shown one that was in order. */
export function faultsOfFetched(trace: Trace, id: FaultId): readonly Fault[] {
  const [first] = deliveredFiles(trace);
  if (first === undefined || shown(trace, first.messageId).length === 0) return [];
  return appliedFaults(trace, id).filter((fault) => {
    const sent = sentUnder(trace, fault);
    return sent !== undefined && requestsFor(trace, sent).length > 0;
  });
}

export function sentUnder(trace: Trace, { messageId }: Fault): Sealed | undefined {
  return deliveredFiles(trace).find((entry) => entry.messageId === messageId);
}

/** The file is shown, and all of it. */
export function expectWholeFile(expect: Expect, trace: Trace, sent: Sealed): void {
  const event = expectShown(expect, trace, sent);
  if (event !== undefined) expectDigest(expect, event, sent);
}

/** The files are shown as they were sent, as files of their types. */
export function expectFilesShown(expect: Expect, trace: Trace, reached: readonly Sealed[]): void {
  for (const sent of reached) {
    const event = expectShown(expect, trace, sent);
    if (event === undefined) continue;
    const content = event.event["content"];
    expect("type of file", textIn(content, "type"), event).is(textIn(sent.content, "kind"));
    expectDigest(expect, event, sent);
    expect("MIME type", mediaTypeIn(content), event).is(mediaTypeIn(sent.content));
  }
}

function expectShown(expect: Expect, trace: Trace, sent: Sealed): EntryOf<"event"> | undefined {
  const [event] = shown(trace, sent.messageId);
  expect("file shown to the user", event === undefined ? "no" : "yes", event ?? sent).is("yes");
  return event;
}

function expectDigest(expect: Expect, event: EntryOf<"event">, sent: Sealed): void {
  const data: Json | undefined = memberOf(event.event["content"], "data");
  expect("file", asDigest(data)?.sha256, event).is(textIn(sent.content, "fileSha256"));
}

/** A file of this type is shown as it was sent. */
export function showsFile(id: string, row: Omit<CheckRow, "hint"> & { readonly type: FileType }): Check {
  return check(id, {
    ...row,
    scenario: mediaIn,
    reached: (trace) => deliveredFiles(trace, row.type).filter(isLarger),
    judge: ({ expect, reached, trace }) => expectFilesShown(expect, trace, reached),
    hint: "Fetch the path of the message from Meta's media host, verify and decrypt what comes, and show it.",
  });
}

/** A file that is not what its message says must not be shown. */
export function discardsFile(id: string, row: OneFindingRow & { readonly fault: FaultId }): Check {
  return check(id, {
    ...row,
    scenario: mediaDeviant,
    reached: (trace) => faultsOfFetched(trace, row.fault),
    judge({ expect, reached, trace }) {
      for (const fault of reached) expectNotShown(expect, trace, fault);
    },
    mutants: killedFor("message shown to the user", row),
  });
}

/** A file that is in order and arrives with difficulties is shown in the end. */
export function fetchesInTheEnd(id: string, row: OneFindingRow & { readonly fault: FaultId }): Check {
  return check(id, {
    ...row,
    scenario: mediaTransfer,
    reached: (trace) => faultsOfFetched(trace, row.fault).flatMap((fault) => sentUnder(trace, fault) ?? []),
    judge: ({ expect, reached: [sent], trace }) => expectWholeFile(expect, trace, sent),
    mutants: killedFor("file shown to the user", row),
  });
}
