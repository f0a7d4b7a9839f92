import type { Expect } from "../../harness/model/expect.js";
import type { FaultId, FaultRequest } from "../../harness/ports/faults.js";
import { appliedFaults, expectNotShown } from "../kit/faults.js";
import {
  asDigest,
  filesOfUsualSizes,
  type FileType,
  fileTypes,
  mediaTypeIn,
  sampleFile,
  showFile,
} from "../kit/files.js";
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
import { isAnswerTo, untilAll, untilShown } from "../kit/waiting.js";
import { largeBytes } from "./media-host.js";
import { edgeSizes } from "./media-out.js";

type Sealed = EntryOf<"sealed">;
type Fault = EntryOf<"fault">;

/** The WhatsApp user sends a file of each type, and images of awkward sizes. */
export const mediaIn = scenario("scenarios/media-in", ["media-receive"], async (context) => {
  const { meta, provider, wait } = context;
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  const sent = [];
  for (const type of fileTypes) sent.push(await bob.send(alice.login, sampleFile(type)));
  for (const size of edgeSizes) sent.push(await bob.send(alice.login, sampleFile("image", size)));
  await untilShown(
    alice,
    sent.map(({ id }) => id),
  );
  await wait("stanza", isAnswerTo(sent.at(-1)?.id));
});

/** The WhatsApp user sends documents of the sizes that people send, with names that mean something to paths and headers. */
export const mediaSizesIn = scenario("scenarios/media-sizes-in", ["media-receive"], async ({ meta, provider }) => {
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  const sent = [];
  for (const file of filesOfUsualSizes("document")) sent.push(await bob.send(alice.login, file));
  await untilShown(
    alice,
    sent.map(({ id }) => id),
  );
});

/** The WhatsApp user sends a large file. */
export const mediaLargeIn = scenario(
  "scenarios/media-large-in",
  ["media-receive"],
  async ({ meta, provider, patienceMs }) => {
    const bob = await meta.user();
    const alice = await provider.connectedUser();
    const { id } = await bob.send(alice.login, sampleFile("video", largeBytes));
    // It is encrypted, fetched, decrypted, and written and read as JSON: more than what is usually done at once.
    await alice.event("message", (event) => event["id"] === id, 10 * patienceMs);
  },
  { heavy: true },
);

const deviations: readonly FaultRequest[] = [
  { fault: "media-missing", params: { status: 404 } },
  { fault: "media-missing", params: { status: 410 } },
  { fault: "media-missing", params: { status: 403 } },
  { fault: "media-mac-wrong" },
  { fault: "media-enc-hash-wrong" },
  { fault: "media-hash-wrong" },
  { fault: "media-kind-wrong" },
  { fault: "media-truncated" },
  { fault: "media-truncated", params: { bytes: 1 } },
  { fault: "media-surplus" },
  { fault: "media-length-wrong" },
  { fault: "media-length-wrong", params: { by: -5 } },
  { fault: "media-ends-early" },
];

/** Files that are not what their messages say, between two that are in order. */
export const mediaDeviant = scenario("scenarios/media-deviant", ["media-receive"], async (context) => {
  const { meta, provider, wait } = context;
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  await showFile(bob, alice, sampleFile("image"));
  const paths: string[] = [];
  for (const fault of deviations) {
    meta.arm(fault);
    const { id } = await bob.send(alice.login, sampleFile("image"));
    const sealed = await wait("sealed", (entry) => entry.messageId === id);
    paths.push(textIn(sealed?.content, "directPath") ?? "");
  }
  await untilAll(
    paths.map((path) => (ms) => {
      const options = ms === undefined ? {} : { ms };
      return wait("http", ({ part, url }) => part === "response" && pathIn(url) === path, options);
    }),
  );
  await showFile(bob, alice, sampleFile("image"));
});

const descriptors: readonly (readonly [field: string, ...forms: readonly string[]])[] = [
  ["mediaKey", "absent", "empty", "short", "long", "number"],
  ["fileEncSha256", "absent", "short", "hexadecimal"],
  ["fileSha256", "absent", "short", "hexadecimal"],
  ["directPath", "absent", "empty", "other-host"],
];

/** Images whose messages do not say what is needed to open them, between two that are in order. */
export const mediaDescriptors = scenario("scenarios/media-descriptors", ["media-receive"], async (context) => {
  const { meta, provider, wait } = context;
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  await showFile(bob, alice, sampleFile("image"));
  const ids: string[] = [];
  for (const [field, ...forms] of descriptors) {
    for (const form of forms) {
      meta.arm({ fault: "media-descriptor", params: { field, form } });
      ids.push((await bob.send(alice.login, sampleFile("image"))).id);
    }
  }
  // There may be no request for such a file, and no event: only an answer of some kind.
  await untilAll(ids.map((id) => (ms) => wait("stanza", isAnswerTo(id), ms === undefined ? {} : { ms })));
  await showFile(bob, alice, sampleFile("image"));
});

const difficulties: readonly FaultRequest[] = [
  { fault: "media-unavailable" },
  { fault: "media-broken-off" },
  { fault: "media-slow", params: { pieces: 5, everyMs: 60 } },
  { fault: "media-broken-off-unsized" },
  { fault: "media-odd-headers" },
  { fault: "media-packed" },
  { fault: "media-address-dead" },
];

/** What the message of a file need not say, or says in addition. */
const optionalFields: readonly FaultRequest[] = [
  { fault: "media-descriptor", params: { field: "fileLength", form: "absent" } },
  { fault: "media-descriptor", params: { field: "mediaKeyTimestamp", form: "absent" } },
  { fault: "media-descriptor", params: { field: "unknown", form: "added" } },
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
  for (const fault of optionalFields) {
    meta.arm(fault);
    sent.push(await bob.send(alice.login, sampleFile("image")));
  }
  await untilShown(
    alice,
    sent.map(({ id }) => id),
  );
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

/** Faults of files that were delivered after the provider had shown one that was in order. */
export function faultsOfDelivered(trace: Trace, id: FaultId): readonly Fault[] {
  const [first] = deliveredFiles(trace);
  if (first === undefined || shown(trace, first.messageId).length === 0) return [];
  return appliedFaults(trace, id).filter((fault) => sentUnder(trace, fault) !== undefined);
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
  expect("file", digestIn(event), event).is(textIn(sent.content, "fileSha256"));
}

export function isShownWhole(trace: Trace, sent: Sealed): boolean {
  return shown(trace, sent.messageId).some((event) => digestIn(event) === textIn(sent.content, "fileSha256"));
}

function digestIn({ event }: EntryOf<"event">): string | undefined {
  const data: Json | undefined = memberOf(event["content"], "data");
  return asDigest(data)?.sha256;
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

/** A file whose message does not say in these fields what is needed must not be shown, and the one behind it must be. */
export function refusesDescriptor(id: string, row: CheckRow & { readonly fields: readonly string[] }): Check {
  return check(id, {
    ...row,
    scenario: mediaDescriptors,
    reached(trace) {
      const [first] = deliveredFiles(trace);
      if (first === undefined || shown(trace, first.messageId).length === 0) return [];
      return appliedFaults(trace, "media-descriptor").filter(({ params }) => row.fields.includes(fieldIn({ params })));
    },
    judge({ expect, reached, trace }) {
      for (const fault of reached) {
        // What comes again, because the client asked for it again, is in order.
        const [, again] = deliveries(trace, fault.messageId ?? "");
        const [event] = shown(trace, fault.messageId ?? "").filter(({ seq }) => again === undefined || seq < again.seq);
        const what = `file shown with ${fieldIn(fault)} ${String(fault.params["form"])}`;
        expect(what, event === undefined ? "no" : "yes", event ?? fault).is("no");
      }
      const last = deliveredFiles(trace).at(-1);
      const [behind] = last === undefined ? [] : shown(trace, last.messageId);
      expect("next file shown", behind === undefined ? "no" : "yes", behind ?? last).is("yes");
    },
  });
}

function fieldIn({ params }: Pick<Fault, "params">): string {
  return String(params["field"]);
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
