import { toHex } from "../../../../core/bytes.js";
import type { TraceEntry } from "../../../../harness/model/trace.js";
import type { Journal } from "../../../../harness/ports/journal.js";
import { belongingTo } from "../../../journal/stories.js";
import { entryMatcher, nearMisses } from "../../../predicate/entry-matcher.js";
import type { Tenant } from "../tenant.js";
import { exportJournal, followJournal, queryJournal, readEntry, readJournal, wait } from "../contract/journal.js";
import { AdminError } from "../problems.js";
import { route, textRoute } from "../route.js";
import { absent } from "./find.js";
import { followed } from "./followed.js";

const defaultLimit = 100;
/** At once, of one tenant. */
const maximumWaits = 200;
const waits = new WeakMap<Tenant, number>();

export const journalRoutes = [
  route(readJournal, ({ tenant, query }) => pageOf(tenant, query, () => true)),
  route(queryJournal, ({ tenant, body }) => {
    const matcher = entryMatcher(body.predicate);
    return pageOf(tenant, body, (entry) => matcher.fits(entry));
  }),
  textRoute(exportJournal, ({ tenant, query: { after = 0 } }) => linesOf(tenant.side.journal, after)),
  route(readEntry, ({ tenant: { journal }, params: { seq } }) => {
    const { entries } = journal;
    const entry = entries[seq - (entries[0]?.seq ?? 1)] ?? absent("entry of the journal", seq);
    const payload = journal.payloadOf(seq);
    return { entry, belonging: belongingTo(entry, entries), ...(payload !== undefined && { payload: toHex(payload) }) };
  }),
  textRoute(followJournal, ({ tenant, body: { predicate = {}, after }, gone }) => {
    const matcher = entryMatcher(predicate);
    const fits = (entry: TraceEntry): boolean => matcher.fits(entry);
    return followed(tenant, { fits, gone, ...(after !== undefined && { after }) });
  }),
  route(wait, async ({ tenant, body, gone, closing }) => {
    const { epoch, side } = tenant;
    const matcher = entryMatcher(body.predicate);
    const after = body.after ?? epoch.since;
    const { signal: reset } = epoch;
    const signal = AbortSignal.any([reset, gone]);
    const fits = (entry: TraceEntry): boolean => matcher.fits(entry);
    const entry = await counted(tenant, () => side.journal.wait(fits, { ms: body.timeoutMs, after, signal }));
    if (entry !== undefined) return { entry };
    if (closing()) throw new AdminError("closing", "Wait for an entry: found the endpoint closing first");
    if (reset.aborted) throw new AdminError("wait-reset", `Wait for an entry: found the tenant ${reset.reason} first`);
    const { entries } = side.journal;
    const seen = entries.filter(({ seq }) => seq > after);
    const message = `Wait for an entry: found none among ${seen.length} within ${body.timeoutMs} ms`;
    throw new AdminError("wait-timed-out", message, { examined: seen.length, nearMisses: nearMisses(matcher, seen) });
  }),
];

interface PageSpec {
  readonly after?: number;
  readonly limit?: number;
}

function pageOf({ side, epoch }: Tenant, spec: PageSpec, fits: (entry: TraceEntry) => boolean) {
  const { journal } = side;
  const { after = epoch.since, limit = defaultLimit } = spec;
  const entries: TraceEntry[] = [];
  let next: number | null = null;
  for (const entry of journal.entries) {
    if (entry.seq <= after || !fits(entry)) continue;
    if (entries.length >= limit) {
      next = entries.at(-1)?.seq ?? null;
      break;
    }
    entries.push(entry);
  }
  return { entries, next, last: journal.last, dropped: journal.dropped };
}

/** What is there now; entries that the journal drops meanwhile are still handed out. */
function* linesOf({ entries }: Journal, after: number): Generator<string> {
  for (const entry of entries.filter(({ seq }) => seq > after)) yield `${JSON.stringify(entry)}\n`;
}

async function counted<Result>(tenant: Tenant, waiting: () => Promise<Result>): Promise<Result> {
  const already = waits.get(tenant) ?? 0;
  if (already >= maximumWaits) {
    throw new AdminError("too-many", `Wait for an entry: found ${already} waiting, wanted fewer`);
  }
  waits.set(tenant, already + 1);
  try {
    return await waiting();
  } finally {
    waits.set(tenant, (waits.get(tenant) ?? 1) - 1);
  }
}
