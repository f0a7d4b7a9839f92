import { toBase64 } from "../../core/bytes.js";
import type { EntryKind, EntryOf, TraceEntry } from "../../harness/model/trace.js";
import type { MetaEndpoints } from "../../harness/ports/meta-side.js";
import type { EntryPredicate } from "../predicate/predicate.js";
import { readEvents } from "../servers/admin/contract/event-stream.js";
import type { Caller } from "./call.js";
import { MockClientError } from "./errors.js";
import type { FollowOptions, MockJournal, MockMedia, MockTenant, PageOptions, WaitOptions } from "./types.js";
import { userClient } from "./user.js";

export interface TenantInfo {
  readonly id: string;
  readonly seed: string;
  readonly endpoints: MetaEndpoints;
}

const defaultWaitMs = 5000;

/** The client of one tenant; `caller` goes to that tenant. */
export function tenantClient(
  caller: Caller,
  { id, seed, endpoints }: TenantInfo,
  close: () => Promise<void>,
): MockTenant {
  const { call } = caller;

  async function wait(predicate: EntryPredicate, options: WaitOptions = {}) {
    const { timeoutMs = defaultWaitMs, after, signal } = options;
    const body = { predicate, timeoutMs, ...(after !== undefined && { after }) };
    return (await call("wait", { body, signal })).entry;
  }

  return {
    id,
    seed,
    endpoints,
    integrator: async (body) => void (await call("putIntegrator", { body })),
    user: async (body = {}) => userClient(call, await call("createUser", { body })),
    accounts: {
      list: async () => (await call("listAccounts")).accounts,
      get: (login) => call("getAccount", { params: { login } }),
      enlist: (body) => call("enlistAccount", { body }),
      remove: (login) => call("removeAccount", { params: { login } }),
    },
    messages: {
      list: async (query = {}) => (await call("listAllMessages", { query })).messages,
      get: (messageId) => call("getMessage", { params: { id: messageId } }),
    },
    media: mediaClient(caller),
    session: (login) => ({
      send: async (...stanzas) => void (await call("sendStanzas", { params: { login }, body: { stanzas } })),
      drop: () => call("dropSession", { params: { login } }),
    }),
    push: (login) => call("sendPush", { body: { login } }),
    faults: {
      kinds: async () => (await call("listFaultKinds")).kinds,
      arm: ({ params, ...request }) => call("armFault", { body: { ...request, ...(params && { params }) } }),
      armed: async () => (await call("listFaults")).armed,
      disarm: (number) => call("disarmFault", { params: { id: number } }),
      disarmAll: () => call("disarmFaults"),
    },
    clock: {
      now: async () => (await call("readClock")).now,
      advance: async (ms) => (await call("advanceClock", { body: { ms } })).now,
    },
    journal: journalClient(caller),
    wait,
    reset: () => call("resetTenant"),
    close,
  };
}

function mediaClient({ call }: Caller): MockMedia {
  return {
    list: async () => (await call("listMedia")).files,
    put: (blob) => call("putMedia", { body: { data: toBase64(blob) } }),
    get: async (id) => Buffer.from((await call("readMedia", { params: { id } })).data, "base64"),
    remove: (id) => call("removeMedia", { params: { id } }),
  };
}

function journalClient(caller: Caller): MockJournal {
  const { call } = caller;
  const query = (predicate: EntryPredicate, options: PageOptions = {}) =>
    call("queryJournal", { body: { predicate, ...options } });
  return {
    query,
    entry: (seq) => call("readEntry", { params: { seq } }),
    follow: (predicate?: EntryPredicate, options?: FollowOptions) => followJournal(caller, predicate, options),
    export: (after = 0) => call("exportJournal", { query: { after } }),
  };
}

/** The entries that fit, as they come; the caller names their kind in the predicate. */
async function* followJournal<Kind extends EntryKind>(
  { stream }: Caller,
  predicate: EntryPredicate = {},
  { after, signal }: FollowOptions = {},
): AsyncGenerator<EntryOf<Kind>, void, undefined> {
  const body = { predicate, ...(after !== undefined && { after }) };
  for await (const { event, data } of readEvents(stream("followJournal", { body, signal }))) {
    if (event === "message") yield JSON.parse(data) as EntryOf<Kind> & TraceEntry;
    if (event === "missed") {
      const message = `Follow the journal: found entries gone that were not taken in time (${data}), wanted all of them`;
      throw new MockClientError("mock-entries-missed", message);
    }
  }
}
