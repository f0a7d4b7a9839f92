import type { EntryOf, EntryKind, TraceEntry } from "../../harness/model/trace.js";
import { readEvents } from "../servers/admin/event-stream.js";
import { followJournal as contract } from "../servers/admin/contract/journal.js";
import type { EntryPredicate } from "../predicate/predicate.js";
import type { Caller } from "./call.js";
import { MockClientError } from "./errors.js";
import type { FollowOptions } from "./types.js";

/** The entries that fit, as they come. What they are beyond entries is what the predicate says. */
export async function* followJournal<Kind extends EntryKind>(
  { stream }: Caller,
  predicate: EntryPredicate = {},
  { after, signal }: FollowOptions = {},
): AsyncGenerator<EntryOf<Kind>, void, undefined> {
  const body = { predicate, ...(after !== undefined && { after }) };
  for await (const { event, data } of readEvents(stream(contract, { body, signal }))) {
    if (event === "message") yield JSON.parse(data) as EntryOf<Kind> & TraceEntry;
    if (event === "missed") {
      const message = `Follow the journal: found entries gone that were not taken in time (${data}), wanted all of them`;
      throw new MockClientError("mock-entries-missed", message);
    }
  }
}
