import type { EntryOf, Trace } from "./index.js";

type Http = EntryOf<"http">;

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

/** The whole file, in an answer to a plain GET. */
export function wholeFetches(trace: Trace): readonly Fetched[] {
  return fetches(trace, ({ method, headers }) => method === "GET" && headers["range"] === undefined);
}

/** The first answer with the whole file: what every other answer is held against. */
export function firstWhole(trace: Trace): Fetched | undefined {
  return wholeFetches(trace).find(({ response }) => response.status === 200 && response.broken === undefined);
}

/** Answers for the file that `firstWhole` brought, apart from the first. */
export function again(trace: Trace, fits: (request: Http) => boolean): readonly Fetched[] {
  const first = firstWhole(trace);
  return first === undefined
    ? []
    : fetches(trace, fits).filter(({ request }) => request.url === first.request.url && request !== first.request);
}

/** Not for a file that is gone: that is judged by m4-features/media/refetch. */
export function isThere({ status }: Http): boolean {
  return status !== 404 && status !== 410;
}

/** The bytes of a short body. */
export function bodyOf({ body, bodyIsBase64 }: Http): Uint8Array {
  return Uint8Array.from(Buffer.from(body, bodyIsBase64 === true ? "base64" : "utf8"));
}
