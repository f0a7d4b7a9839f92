import type { NewEntry, TraceEntry } from "../model/trace.js";

export interface WaitOptions {
  /** Give up after this many milliseconds. */
  readonly ms: number;
  /** Only entries with a greater `seq` count; 0 by default, so that what already arrived is found too. */
  readonly after?: number;
  /** Gives up early, with undefined. */
  readonly signal?: AbortSignal;
}

/** The trace writer. Bounded; what it drops it counts. */
export interface Journal {
  record(entry: NewEntry): TraceEntry;
  readonly entries: readonly TraceEntry[];
  readonly dropped: number;
  /** `seq` of the newest entry; one less than the first will have when there is none. */
  readonly last: number;
  /** Entries recorded from now on belong to `scenario` (those of older connections stay with theirs). */
  enterScenario(scenario: string): void;
  /** The first entry that fits, whether it is there already or comes in time; undefined at the time-out. Never polls. */
  wait<Found extends TraceEntry>(
    fits: (entry: TraceEntry) => entry is Found,
    options: WaitOptions,
  ): Promise<Found | undefined>;
  wait(fits: (entry: TraceEntry) => boolean, options: WaitOptions): Promise<TraceEntry | undefined>;
}
