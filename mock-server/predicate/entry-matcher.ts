import type { TraceEntry } from "../../harness/model/trace.js";
import { type Matcher, matcherOf, type Mismatch } from "./matcher.js";
import { type EntryPredicate, stanzaMembers } from "./predicate.js";

/** An entry that nearly was what somebody waited for, and what kept it from being so. */
export interface NearMiss {
  readonly seq: number;
  readonly kind: TraceEntry["kind"];
  readonly mismatches: readonly Mismatch[];
}

/** @throws MockServerError `bad-predicate` */
export function entryMatcher(predicate: EntryPredicate): Matcher {
  const members = Object.entries(predicate);
  const ofStanza = members.filter(([name]) => stanzaMembers.has(name));
  if (ofStanza.length === 0) return matcherOf(predicate);
  const others = Object.fromEntries(members.filter(([name]) => !stanzaMembers.has(name)));
  const node = { ...(predicate["node"] as object | undefined), ...Object.fromEntries(ofStanza) };
  return matcherOf({ ...others, node });
}

const mostExamined = 5000;
const mostMisses = 3;

/**
 * The newest entries that failed the fewest conditions, best first. Entries that meet no condition at all are no near
 * misses.
 */
export function nearMisses(matcher: Matcher, entries: readonly TraceEntry[]): readonly NearMiss[] {
  const best: NearMiss[] = [];
  for (const entry of entries.slice(-mostExamined).reverse()) {
    const mismatches = matcher.mismatches(entry, "");
    if (mismatches.length >= matcher.conditions) continue;
    const place = best.findIndex((other) => other.mismatches.length > mismatches.length);
    if (place < 0 && best.length >= mostMisses) continue;
    best.splice(place < 0 ? best.length : place, 0, { seq: entry.seq, kind: entry.kind, mismatches });
    best.length = Math.min(best.length, mostMisses);
  }
  return best;
}
