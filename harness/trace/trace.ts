import type { EntryKind, EntryOf, TraceEntry } from "../model/trace.js";
import { httpQuery, type HttpQuery } from "./http-query.js";
import { stanzaQuery, type StanzaQuery } from "./stanza-query.js";

/** Typed questions to a list of entries. Pure; entries are never changed. */
export interface Trace {
  readonly entries: readonly TraceEntry[];
  of<Kind extends EntryKind>(kind: Kind, fits?: (entry: EntryOf<Kind>) => boolean): readonly EntryOf<Kind>[];
  readonly stanzas: StanzaQuery;
  readonly http: HttpQuery;
  /** Entries later than `entry`. */
  after(entry: TraceEntry): Trace;
  before(entry: TraceEntry): Trace;
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
