import type { StanzaEntry, TraceEntry } from "../../harness/model/trace.js";

/** What a run has brought to light, as names: counts would differ from run to run. */
export interface Evidence {
  readonly fromProvider: readonly string[];
  readonly toProvider: readonly string[];
  readonly faults: readonly string[];
  readonly methods: readonly string[];
  readonly events: readonly string[];
}

export function evidenceIn(entries: readonly TraceEntry[]): Evidence {
  const names = (of: (entry: TraceEntry) => string | undefined): readonly string[] =>
    [...new Set(entries.flatMap((entry) => of(entry) ?? []))].sort();
  return {
    fromProvider: names((entry) => stanzaIn(entry, "in")),
    toProvider: names((entry) => stanzaIn(entry, "out")),
    faults: names((entry) => (entry.kind === "fault" && entry.event === "applied" ? entry.fault : undefined)),
    methods: names((entry) => (entry.kind === "driver" && entry.result !== undefined ? entry.method : undefined)),
    events: names((entry) => (entry.kind === "event" ? entry.event.kind : undefined)),
  };
}

function stanzaIn(entry: TraceEntry, direction: StanzaEntry["direction"]): string | undefined {
  return entry.kind === "stanza" && entry.direction === direction ? kindOf(entry) : undefined;
}

/** For example `iq get w:p` or `receipt retry`. */
function kindOf({ node: { tag, attrs } }: StanzaEntry): string {
  return [tag, attrs["class"], attrs["type"], attrs["xmlns"]].filter((part) => part !== undefined).join(" ");
}
