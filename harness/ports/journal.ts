import type { NewEntry, TraceEntry } from "../model/trace.js";

export interface WaitOptions {
  /** Give up after this many milliseconds. */
  readonly ms: number;
  /** Only entries with a greater `seq` count (default: 0, so that earlier entries are found too). */
  readonly after?: number;
  /** Gives up early, with undefined. */
  readonly signal?: AbortSignal;
}

/** The trace writer. Bounded; it counts what it drops. */
export interface Journal {
  record(entry: NewEntry): TraceEntry;
  readonly entries: readonly TraceEntry[];
  /** Those with a greater `seq`. Costs no more than they are. */
  since(seq: number): readonly TraceEntry[];
  readonly dropped: number;
  /** `seq` of the newest entry; one less than the first will have when there is none. */
  readonly last: number;
  /** From now on entries belong to `scenario`, except those of older connections. */
  enterScenario(scenario: string): void;
  /** The first entry that fits, already recorded or in time; undefined at the time-out. Never polls. */
  wait<Found extends TraceEntry>(
    fits: (entry: TraceEntry) => entry is Found,
    options: WaitOptions,
  ): Promise<Found | undefined>;
  wait(fits: (entry: TraceEntry) => boolean, options: WaitOptions): Promise<TraceEntry | undefined>;
}
