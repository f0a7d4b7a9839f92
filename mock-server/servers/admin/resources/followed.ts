import type { TraceEntry } from "../../../../harness/model/trace.js";
import { follow } from "../../../journal/follow.js";
import type { EpochEnd } from "../../../journal/epoch.js";
import type { Tenant } from "../tenant.js";
import { stillHere, writeEvent } from "../event-stream.js";
import { AdminError } from "../problems.js";

export interface FollowedOptions {
  readonly fits: (entry: TraceEntry) => boolean;
  /** Since the last reset unless told. */
  readonly after?: number;
  /** Aborted when nobody listens any more. */
  readonly gone: AbortSignal;
}

const idleMs = 15_000;
/** At once, of one tenant. */
const maximumFollowers = 50;
/** Entries that are written in one piece. */
const atOnce = 50;
const followers = new WeakMap<Tenant, number>();

/** The journal of a tenant as server-sent events, until nobody listens or the tenant ends. @throws AdminError `too-many` */
export function followed(tenant: Tenant, options: FollowedOptions): AsyncIterable<string> {
  const already = followers.get(tenant) ?? 0;
  if (already >= maximumFollowers) {
    throw new AdminError("too-many", `Follow the journal: found ${already} followers, wanted fewer`);
  }
  followers.set(tenant, already + 1);
  return counted(tenant, events(tenant, options));
}

async function* counted(tenant: Tenant, pieces: AsyncIterable<string>) {
  try {
    yield* pieces;
  } finally {
    followers.set(tenant, (followers.get(tenant) ?? 1) - 1);
  }
}

async function* events(tenant: Tenant, { fits, after = tenant.epoch.since, gone }: FollowedOptions) {
  yield stillHere;
  let last = after;
  while (!gone.aborted) {
    const { signal: epoch } = tenant.epoch;
    const signal = AbortSignal.any([epoch, gone]);
    for await (const said of follow(tenant.journal, { after: last, idleMs, signal })) {
      if (said.kind === "idle") yield stillHere;
      else if (said.kind === "missed") {
        last += said.count;
        yield writeEvent({ event: "missed", data: { count: said.count } });
      } else {
        yield* written(said.entries.filter(fits));
        last = said.entries.at(-1)?.seq ?? last;
      }
    }
    if (gone.aborted || (epoch.reason as EpochEnd) === "closed") return;
    yield writeEvent({ event: "reset", data: { since: tenant.epoch.since } });
  }
}

function* written(entries: readonly TraceEntry[]): Generator<string> {
  for (let from = 0; from < entries.length; from += atOnce) {
    yield entries
      .slice(from, from + atOnce)
      .map((data) => writeEvent({ id: data.seq, data }))
      .join("");
  }
}
