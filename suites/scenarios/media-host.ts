import { pathOf, sampleFile, sendableType, sendFile, someFileType } from "../kit/files.js";
import { check, type Check, type EntryOf, killedFor, type OneFindingRow, scenario, type Trace } from "../kit/index.js";

type Http = EntryOf<"http">;

/** A range within the file, the end of the file, and one that begins behind it. */
export const ranges = { inside: "bytes=100-199", end: "bytes=-10", behind: "bytes=5000-" } as const;

/** A reference that no provider has given out. */
export const unknownRef = "bm90LWEtcmVmZXJlbmNlLW9mLWFueWJvZHk";

/** One small file, for which Meta's fetcher asks in every way that it may. */
export const mediaHost = scenario("scenarios/media-host", [someFileType], async (context) => {
  const { meta, provider } = context;
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  const path = await pathOf(context, await sendFile(context, alice, bob.jid, sampleFile(sendableType(provider), 1000)));
  for (const range of Object.values(ranges)) await bob.download(path, { range });
  await bob.download(path, { method: "HEAD" });
  await bob.download(path.replace(/[^/]+\/$/, `${unknownRef}/`));
  // Another last character would not do: the last one of base64 may have bits that mean nothing.
  await bob.download(path.replace(/.\/$/, "/"));
  await bob.download(path);
});

/** More than the buffers between two sockets hold, and a proxy's two more, so that the other end notices a reader that stops. */
const largeBytes = 16 * 2 ** 20 + 5;
/** Enough to be under way while others come. */
const sharedBytes = 4 * 2 ** 20 + 5;
export const readersAtOnce = 3;
/** Well above what a machine under load needs for the file, below what a check may take. */
const pauseMs = 500;

/** A large file that is read slowly, and then given up; one that several readers ask for at once. */
export const mediaLarge = scenario(
  "scenarios/media-large",
  [someFileType],
  async (context) => {
    const { meta, provider } = context;
    const bob = await meta.user();
    const alice = await provider.connectedUser();
    const sent = async (bytes: number): Promise<string> =>
      pathOf(context, await sendFile(context, alice, bob.jid, sampleFile(sendableType(provider), bytes)));
    const path = await sent(largeBytes);
    await bob.download(path, { pauseMs });
    await bob.download(path, { abort: true });
    // The provider notices that in its own time; it has when it has answered once more.
    for (const range of ["bytes=0-15", "bytes=16-31"]) await bob.download(path, { range });
    const shared = await sent(sharedBytes);
    // An id that was given twice names no file; m3-messaging/message-ids judges that.
    if (shared === path) return;
    await Promise.all(Array.from({ length: readersAtOnce }, () => bob.download(shared)));
  },
  { heavy: true },
);

export interface Fetched {
  readonly request: Http;
  readonly response: Http;
}

/** What Meta's fetcher asked the provider's media host, with the answers; unanswered requests are left out. */
export function fetches(trace: Trace, fits: (request: Http) => boolean = () => true): readonly Fetched[] {
  const media = trace.http.server("media");
  return media.requests
    .where((entry) => entry.by === "harness" && fits(entry))
    .list.flatMap((request) => {
      const response = media.counterpart(request);
      return response?.status === undefined ? [] : [{ request, response }];
    });
}

/** The answers of the provider's media host. */
export function fetchAnswers(trace: Trace, fits?: (request: Http) => boolean): readonly Http[] {
  return fetches(trace, fits).map(({ response }) => response);
}

/** The whole file, in an answer to a plain GET. */
export function wholeFetches(trace: Trace): readonly Fetched[] {
  return fetches(trace, ({ method, headers }) => method === "GET" && headers["range"] === undefined);
}

/** The first answer with the whole file: what every other answer is compared with. */
export function firstWhole(trace: Trace): Fetched | undefined {
  return wholeFetches(trace).find(({ response }) => response.status === 200 && response.broken === undefined);
}

/** Answers for the file that `firstWhole` brought, apart from the first. */
export function laterAnswers(trace: Trace, fits: (request: Http) => boolean): readonly Http[] {
  const first = firstWhole(trace)?.request;
  return fetchAnswers(trace, (request) => request.url === first?.url && request !== first && fits(request));
}

/** Not for a file that is gone: that is judged by m4-features/media/refetch. */
export function isThere({ status }: Http): boolean {
  return status !== 404 && status !== 410;
}

/** The bytes of a short body. */
export function bodyOf({ body, bodyIsBase64 }: Http): Uint8Array {
  return Uint8Array.from(Buffer.from(body, bodyIsBase64 === true ? "base64" : "utf8"));
}

interface AnswerRow extends OneFindingRow {
  /** Which requests for the file are meant, and in words. */
  readonly asked: (request: Http) => boolean;
  readonly name: string;
  readonly status: number;
}

/** The status with which a file is served when it is asked for in some other way than by a plain GET. */
export function answersFetch(id: string, row: AnswerRow): Check {
  const finding = `status of ${row.name}`;
  return check(id, {
    ...row,
    scenario: mediaHost,
    reached: (trace) => laterAnswers(trace, row.asked),
    judge({ expect, reached: [entry] }) {
      expect(finding, entry.status, entry).is(row.status);
    },
    mutants: killedFor(finding, row),
  });
}
