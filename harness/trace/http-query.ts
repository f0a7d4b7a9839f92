import type { HttpEntry } from "../model/trace.js";

export interface HttpQuery {
  readonly list: readonly HttpEntry[];
  readonly requests: HttpQuery;
  readonly responses: HttpQuery;
  server(server: HttpEntry["server"]): HttpQuery;
  where(fits: (entry: HttpEntry) => boolean): HttpQuery;
  /** The other half of the exchange that `entry` belongs to. */
  counterpart(entry: HttpEntry): HttpEntry | undefined;
}

export function httpQuery(list: readonly HttpEntry[]): HttpQuery {
  const where = (fits: (entry: HttpEntry) => boolean): HttpQuery => httpQuery(list.filter(fits));
  return {
    list,
    get requests() {
      return where((entry) => entry.part === "request");
    },
    get responses() {
      return where((entry) => entry.part === "response");
    },
    server: (server) => where((entry) => entry.server === server),
    where,
    counterpart: (entry) => list.find((other) => other.exchange === entry.exchange && other.part !== entry.part),
  };
}
