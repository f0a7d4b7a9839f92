import { toHex } from "../../../../core/bytes.js";
import type { TraceEntry } from "../../../../harness/model/trace.js";
import type { Journal } from "../../../../harness/ports/journal.js";
import { follow } from "../../../journal/follow.js";
import { belongingTo, messagesIn, type MessageStory } from "../../../journal/stories.js";
import { entryMatcher, nearMisses } from "../../../predicate/matcher.js";
import { stillHere, writeEvent } from "../contract/event-stream.js";
import type { journal, messages } from "../contract/journal.js";
import { AdminError } from "../contract/problems.js";
import { absent, type Handlers } from "./handler.js";
import type { Tenant } from "./tenant.js";

const defaultLimit = 100;
const waits = limitPerTenant("Wait for an entry: found %d waits", 200);
const followers = limitPerTenant("Follow the journal: found %d followers", 50);
/** How long a follower hears nothing at most. */
const idleMs = 15_000;
/** Entries that a follower is sent in one piece. */
const entriesPerPiece = 50;

export const journalHandlers: Handlers<typeof journal> = {
  readJournal: ({ tenant, query }) => pageOf(tenant, query, () => true),
  queryJournal({ tenant, body }) {
    const matcher = entryMatcher(body.predicate);
    return pageOf(tenant, body, (entry) => matcher.fits(entry));
  },
  exportJournal: ({ tenant, query: { after = 0 } }) => linesOf(tenant.side.journal, after),
  readEntry({ tenant: { journal: all }, params: { seq } }) {
    const { entries } = all;
    const entry = entries[seq - (entries[0]?.seq ?? 1)] ?? absent("entry of the journal", seq);
    const payload = all.payloadOf(seq);
    return { entry, belonging: belongingTo(entry, entries), ...(payload !== undefined && { payload: toHex(payload) }) };
  },
  followJournal({ tenant, body: { predicate = {}, after = tenant.epoch.since }, gone }) {
    const matcher = entryMatcher(predicate);
    const leave = followers.enter(tenant);
    return eventsOf(tenant, { fits: (entry) => matcher.fits(entry), after, gone, leave });
  },
  async wait({ tenant, body: { predicate, timeoutMs: ms, after = tenant.epoch.since }, gone, closing }) {
    const { epoch, side } = tenant;
    const { signal: reset } = epoch;
    const matcher = entryMatcher(predicate);
    const leave = waits.enter(tenant);
    const signal = AbortSignal.any([reset, gone]);
    const entry = await side.journal.wait((each) => matcher.fits(each), { ms, after, signal }).finally(leave);
    if (entry !== undefined) return { entry };
    if (closing()) throw new AdminError("closing", "Wait for an entry: found the endpoint closing first");
    if (reset.aborted) throw new AdminError("wait-reset", `Wait for an entry: found the tenant ${reset.reason} first`);
    const seen = side.journal.entries.filter(({ seq }) => seq > after);
    const message = `Wait for an entry: found none among ${seen.length} within ${ms} ms`;
    throw new AdminError("wait-timed-out", message, { examined: seen.length, nearMisses: nearMisses(matcher, seen) });
  },
};

export const messageHandlers: Handlers<typeof messages> = {
  listAllMessages({ tenant, query: { party, limit = defaultLimit } }) {
    const fitting = messagesOf(tenant).filter(({ from, to }) => party === undefined || from === party || to === party);
    return { messages: fitting.slice(-limit) };
  },
  getMessage: ({ tenant, params: { id } }) =>
    messagesOf(tenant).find((each) => each.id === id) ?? absent("message", id),
};

/** Since the last reset. */
function messagesOf({ journal: { entries }, epoch }: Tenant): readonly MessageStory[] {
  return messagesIn(entries.filter(({ seq }) => seq > epoch.since));
}

interface PageSpec {
  readonly after?: number;
  readonly limit?: number;
}

function pageOf({ side, epoch }: Tenant, spec: PageSpec, fits: (entry: TraceEntry) => boolean) {
  const { journal: all } = side;
  const { after = epoch.since, limit = defaultLimit } = spec;
  const entries: TraceEntry[] = [];
  let next: number | null = null;
  for (const entry of all.entries) {
    if (entry.seq <= after || !fits(entry)) continue;
    if (entries.length >= limit) {
      next = entries.at(-1)?.seq ?? null;
      break;
    }
    entries.push(entry);
  }
  return { entries, next, last: all.last, dropped: all.dropped };
}

/** The entries of this moment; those that the journal drops meanwhile are still sent. */
function* linesOf({ entries }: Journal, after: number): Generator<string> {
  for (const entry of entries.filter(({ seq }) => seq > after)) yield `${JSON.stringify(entry)}\n`;
}

interface FollowSpec {
  readonly fits: (entry: TraceEntry) => boolean;
  readonly after: number;
  /** Aborted when the client has gone. */
  readonly gone: AbortSignal;
  /** Called at the end. */
  readonly leave: () => void;
}

/** The journal of a tenant as server-sent events, until the client goes or the tenant ends. */
async function* eventsOf(tenant: Tenant, { fits, after, gone, leave }: FollowSpec): AsyncGenerator<string> {
  try {
    yield stillHere;
    let last = after;
    while (!gone.aborted) {
      const { signal: epoch } = tenant.epoch;
      for await (const said of follow(tenant.journal, {
        after: last,
        idleMs,
        signal: AbortSignal.any([epoch, gone]),
      })) {
        if (said.kind === "idle") yield stillHere;
        else if (said.kind === "missed") {
          last += said.count;
          yield writeEvent({ event: "missed", data: { count: said.count } });
        } else {
          yield* piecesOf(said.entries.filter(fits));
          last = said.entries.at(-1)?.seq ?? last;
        }
      }
      if (gone.aborted || epoch.reason === "closed") return;
      yield writeEvent({ event: "reset", data: { since: tenant.epoch.since } });
    }
  } finally {
    leave();
  }
}

function* piecesOf(entries: readonly TraceEntry[]): Generator<string> {
  for (let from = 0; from < entries.length; from += entriesPerPiece) {
    yield entries
      .slice(from, from + entriesPerPiece)
      .map((data) => writeEvent({ id: data.seq, data }))
      .join("");
  }
}

/** Bounds how many requests of one kind a tenant has at once. `enter` gives what to call at the end of a request. */
function limitPerTenant(refusal: string, maximum: number): { enter(tenant: Tenant): () => void } {
  const counts = new WeakMap<Tenant, number>();
  return {
    enter(tenant) {
      const count = counts.get(tenant) ?? 0;
      if (count >= maximum) {
        throw new AdminError(
          "too-many",
          `${refusal.replace("%d", String(count))} at once, wanted fewer than ${maximum}`,
        );
      }
      counts.set(tenant, count + 1);
      return () => counts.set(tenant, (counts.get(tenant) ?? 1) - 1);
    },
  };
}
