import type { EntryKind, EntryOf, HttpEntry, TraceEntry } from "../model/trace.js";
import { stanzaQuery, type StanzaQuery } from "./stanza-query.js";

/** Typed questions to a list of entries. Pure: entries are never changed. */
export interface Trace {
  readonly entries: readonly TraceEntry[];
  of<Kind extends EntryKind>(kind: Kind, fits?: (entry: EntryOf<Kind>) => boolean): readonly EntryOf<Kind>[];
  readonly stanzas: StanzaQuery;
  readonly http: HttpQuery;
  /** Entries later than `entry`. */
  after(entry: TraceEntry): Trace;
  before(entry: TraceEntry): Trace;
}

/** Narrows halves of HTTP exchanges: `trace.http.server("media").requests.list`. */
export interface HttpQuery {
  readonly list: readonly HttpEntry[];
  readonly requests: HttpQuery;
  readonly responses: HttpQuery;
  server(server: HttpEntry["server"]): HttpQuery;
  where(fits: (entry: HttpEntry) => boolean): HttpQuery;
  /** The other half of the exchange that `entry` belongs to. */
  counterpart(entry: HttpEntry): HttpEntry | undefined;
}

export function traceOf(entries: readonly TraceEntry[]): Trace {
  return {
    entries,
    of: (kind, fits) =>
      entries.filter(
        (entry): entry is EntryOf<typeof kind> =>
          entry.kind === kind && (fits === undefined || fits(entry as EntryOf<typeof kind>)),
      ),
    get stanzas() {
      return stanzaQuery(entries.filter((entry) => entry.kind === "stanza"));
    },
    get http() {
      return httpQuery(entries.filter((entry) => entry.kind === "http"));
    },
    after: (entry) => traceOf(entries.filter((other) => other.seq > entry.seq)),
    before: (entry) => traceOf(entries.filter((other) => other.seq < entry.seq)),
  };
}

/** The same trace, which calls `asked` when it is asked for events. */
export function notingEvents(trace: Trace, asked: () => void): Trace {
  return {
    entries: trace.entries,
    of(kind, fits) {
      if (kind === "event") asked();
      return trace.of(kind, fits);
    },
    get stanzas() {
      return trace.stanzas;
    },
    get http() {
      return trace.http;
    },
    after: (entry) => notingEvents(trace.after(entry), asked),
    before: (entry) => notingEvents(trace.before(entry), asked),
  };
}

function httpQuery(list: readonly HttpEntry[]): HttpQuery {
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
