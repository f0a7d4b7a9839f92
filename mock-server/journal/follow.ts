import type { TraceEntry } from "../../harness/model/trace.js";
import type { Journal } from "../../harness/ports/journal.js";

/** What one who follows a journal is told. */
export type Followed =
  | { readonly kind: "entries"; readonly entries: readonly TraceEntry[] }
  /** The follower was slower than the journal forgets: so many entries are gone. */
  | { readonly kind: "missed"; readonly count: number }
  /** Nothing happened for a while. */
  | { readonly kind: "idle" };

export interface FollowOptions {
  /** Begins behind this entry. */
  readonly after: number;
  /** How long nothing may be said. */
  readonly idleMs: number;
  /** Ends it; must be aborted before the journal is closed. */
  readonly signal: AbortSignal;
}

/** Every entry once and in order, those that are there and those to come, as fast as they are taken. */
export async function* follow(
  journal: Pick<Journal, "entries" | "last" | "wait">,
  { after, idleMs, signal }: FollowOptions,
): AsyncGenerator<Followed, void, undefined> {
  let last = after;
  while (!signal.aborted) {
    const { entries } = journal;
    const first = entries[0]?.seq ?? journal.last + 1;
    const missed = first - 1 - last;
    if (missed > 0) {
      last += missed;
      yield { kind: "missed", count: missed };
    }
    // Sequence numbers have no gaps.
    const fresh = entries.slice(Math.max(0, last + 1 - first));
    if (fresh.length > 0) {
      last = fresh.at(-1)?.seq ?? last;
      yield { kind: "entries", entries: fresh };
      continue;
    }
    const found = await journal.wait(() => true, { ms: idleMs, after: last, signal });
    if (found === undefined && !signal.aborted) yield { kind: "idle" };
  }
}
