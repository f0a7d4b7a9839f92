import type { TraceEntry } from "../../harness/model/trace.js";
import type { Journal } from "../../harness/ports/journal.js";

/** What a follower of a journal gets. */
export type Followed =
  | { readonly kind: "entries"; readonly entries: readonly TraceEntry[] }
  /** The follower was too slow: the journal has dropped so many entries. */
  | { readonly kind: "missed"; readonly count: number }
  /** No entry came for `idleMs`. */
  | { readonly kind: "idle" };

export interface FollowOptions {
  /** Begins after this entry. */
  readonly after: number;
  /** The longest silence, in milliseconds. */
  readonly idleMs: number;
  /** Ends it. Abort it before the journal is closed. */
  readonly signal: AbortSignal;
}

/** Yields every entry once and in order, the existing and the new ones, as fast as the consumer takes them. */
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
