import { pathOf, sampleFile, sendableType, sendFile, someFileType } from "../kit/files.js";
import { check, type Check, type EntryOf, killedFor, type OneFindingRow, scenario, type Trace } from "../kit/index.js";

type Http = EntryOf<"http">;

/** Ranges of which each is asked for alone, of a file of `length` bytes. */
export function rangesOf(length: number): readonly string[] {
  const last = length - 1;
  return [
    ranges.inside,
    ranges.end,
    ranges.behind,
    "bytes=0-0",
    "bytes=0-1",
    "bytes=0-",
    "bytes=-1",
    `bytes=${last}-`,
    `bytes=${last}-${last}`,
    `bytes=${last - 9}-${length * 10}`,
    `bytes=-${length * 2}`,
    "bytes=-18446744073709551616",
    // Other spellings of the same grammar (RFC 9110, sections 5.6.1 and 14.1).
    "Bytes=5-9",
    "bytes=0005-0009",
    "bytes=5-9,",
    `bytes=${length}-`,
    "bytes=4294967296-",
    "bytes=18446744073709551616-",
    "bytes=-0",
    ...foreignRanges,
    ...severalRanges,
  ];
}

/** A range within the file, the end of the file, and one that begins behind it. */
export const ranges = { inside: "bytes=100-199", end: "bytes=-10", behind: "bytes=5000-" } as const;

/** In a unit that no server knows, and two that are no ranges. */
export const foreignRanges = ["wa-lines=0-1", "bytes=9-3", "bytes 0-1"];

export const severalRanges = ["bytes=0-9,400-409", "bytes=0-0, -1"];

/** A reference that no provider has given out. */
export const unknownRef = "bm90LWEtcmVmZXJlbmNlLW9mLWFueWJvZHk";

const longPast = "Sat, 01 Jan 2000 00:00:00 GMT";

/** Conditions that a host fulfils for none of its files, whatever tag it has given. */
function foreignConditions(tag: string, date: string | undefined): readonly string[] {
  const opaque = tag.replace(/^W\//, "").slice(1, -1);
  const dayAfter = new Date(Date.parse(date ?? longPast) + 86_400_000).toUTCString();
  return ['"another-tag"', `W/"${opaque}"`, `"x${opaque}y"`, longPast, dayAfter];
}

/** One small file, for which Meta's fetcher asks in every way that it may. */
export const mediaHost = scenario("scenarios/media-host", [someFileType], async (context) => {
  const { meta, provider } = context;
  const bob = await meta.user();
  const alice = await provider.connectedUser();
  const path = await pathOf(context, await sendFile(context, alice, bob.jid, sampleFile(sendableType(provider), 1000)));
  await bob.download(path);
  const whole = await context.wait(
    "http",
    ({ part, url }) => part === "response" && path !== "" && url.includes(refOf(path)),
  );
  const { etag: tag = '"unknown"', "last-modified": date } = whole?.headers ?? {};
  for (const range of rangesOf(whole?.digest?.bytes ?? 1018)) await bob.download(path, { headers: { RANGE: range } });
  for (const condition of [tag, ...(date === undefined ? [] : [date]), ...foreignConditions(tag, date)]) {
    await bob.download(path, { headers: { range: ranges.inside, "If-Range": condition } });
  }
  for (const condition of [tag, `"x", ${tag}`, '"another-tag"']) {
    await bob.download(path, { headers: { "If-None-Match": condition } });
  }
  await bob.download(path, { headers: { "Accept-Encoding": "gzip, br, zstd, identity;q=0.5" } });
  await bob.download(path, { method: "HEAD" });
  for (const range of [ranges.inside, ranges.behind]) await bob.download(path, { method: "HEAD", range });
  await bob.download(path.replace(/[^/]+\/$/, `${unknownRef}/`));
  // Another last character would not do: the last one of base64 may have bits that mean nothing.
  await bob.download(path.replace(/.\/$/, "/"));
  await bob.download(path);
});

/** The last part of a path. */
function refOf(path: string): string {
  return path.split("/").at(-2) ?? path;
}

/** More than the buffers between two sockets hold, and a proxy's two more, so that the other end notices a reader that stops. */
export const largeBytes = 16 * 2 ** 20;
export const readersAtOnce = 3;
/** Well above what a machine under load needs for the file, below what a check may take. */
const pauseMs = 500;

/** A large file that is read slowly, by several readers at once, and then given up. */
export const mediaLarge = scenario(
  "scenarios/media-large",
  [someFileType],
  async (context) => {
    const { meta, provider } = context;
    const bob = await meta.user();
    const alice = await provider.connectedUser();
    const file = sampleFile(sendableType(provider), largeBytes);
    const path = await pathOf(context, await sendFile(context, alice, bob.jid, file));
    await bob.download(path, { pauseMs });
    await Promise.all(Array.from({ length: readersAtOnce }, () => bob.download(path)));
    await bob.download(path, { abort: true });
    // The provider notices that in its own time; it has when it has answered once more.
    for (const range of ["bytes=0-15", "bytes=16-31"]) await bob.download(path, { range });
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
      const isAnswer = response?.status !== undefined && !isStopped(response);
      return isAnswer ? [{ request, response }] : [];
    });
}

/** The harness itself gave it up when the scenario ended; the answer says nothing about the provider. */
export function isStopped({ broken }: { readonly broken?: string }): boolean {
  return broken === "http-stopped";
}

/** The answers of the provider's media host. */
export function fetchAnswers(trace: Trace, fits?: (request: Http) => boolean): readonly Http[] {
  return fetches(trace, fits).map(({ response }) => response);
}

/** The whole file, in an answer to a plain GET. */
export function wholeFetches(trace: Trace): readonly Fetched[] {
  return fetches(trace, isPlain);
}

/** A GET without anything that would change the answer. */
export function isPlain({ method, headers }: Http): boolean {
  return method === "GET" && Object.keys(headers).length === 0;
}

/** A GET for a part of the file, without a condition. */
export function isRanged({ method, headers }: Http): boolean {
  return method === "GET" && headers["range"] !== undefined && headers["if-range"] === undefined;
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
