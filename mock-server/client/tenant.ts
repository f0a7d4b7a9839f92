import { toBase64 } from "../../core/bytes.js";
import type { MetaEndpoints } from "../../harness/ports/meta-side.js";
import * as accounts from "../servers/admin/contract/accounts.js";
import * as clock from "../servers/admin/contract/clock.js";
import * as faults from "../servers/admin/contract/faults.js";
import * as integrators from "../servers/admin/contract/integrators.js";
import * as journal from "../servers/admin/contract/journal.js";
import * as messages from "../servers/admin/contract/messages.js";
import * as media from "../servers/admin/contract/media.js";
import * as push from "../servers/admin/contract/push.js";
import * as sessions from "../servers/admin/contract/sessions.js";
import * as tenants from "../servers/admin/contract/tenants.js";
import * as users from "../servers/admin/contract/users.js";
import { userClient } from "./user.js";
import type { EntryPredicate } from "../predicate/predicate.js";
import type { Caller } from "./call.js";
import { followJournal } from "./follow.js";
import type { FollowOptions, MockJournal, MockMedia, MockTenant, PageOptions, WaitOptions } from "./types.js";

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
    return (await call(journal.wait, { body, signal })).entry;
  }

  return {
    id,
    seed,
    endpoints,
    integrator: async (body) => void (await call(integrators.putIntegrator, { body })),
    user: async (body = {}) => userClient(call, await call(users.createUser, { body })),
    accounts: {
      list: async () => (await call(accounts.listAccounts)).accounts,
      get: (login) => call(accounts.getAccount, { params: { login } }),
      enlist: (body) => call(accounts.enlistAccount, { body }),
      remove: (login) => call(accounts.removeAccount, { params: { login } }),
    },
    messages: {
      list: async (query = {}) => (await call(messages.listAllMessages, { query })).messages,
      get: (messageId) => call(messages.getMessage, { params: { id: messageId } }),
    },
    media: mediaClient(caller),
    session: (login) => ({
      send: async (...stanzas) => void (await call(sessions.sendStanzas, { params: { login }, body: { stanzas } })),
      drop: () => call(sessions.dropSession, { params: { login } }),
    }),
    push: (login) => call(push.sendPush, { body: { login } }),
    faults: {
      kinds: async () => (await call(faults.listFaultKinds)).kinds,
      arm: ({ params, ...request }) => call(faults.armFault, { body: { ...request, ...(params && { params }) } }),
      armed: async () => (await call(faults.listFaults)).armed,
      disarm: (number) => call(faults.disarmFault, { params: { id: number } }),
      disarmAll: () => call(faults.disarmFaults),
    },
    clock: {
      now: async () => (await call(clock.readClock)).now,
      advance: async (ms) => (await call(clock.advanceClock, { body: { ms } })).now,
    },
    journal: journalClient(caller),
    wait,
    reset: () => call(tenants.resetTenant),
    close,
  };
}

function mediaClient({ call }: Caller): MockMedia {
  return {
    list: async () => (await call(media.listMedia)).files,
    put: (blob) => call(media.putMedia, { body: { data: toBase64(blob) } }),
    get: async (id) => Buffer.from((await call(media.readMedia, { params: { id } })).data, "base64"),
    remove: (id) => call(media.removeMedia, { params: { id } }),
  };
}

function journalClient(caller: Caller): MockJournal {
  const { call } = caller;
  const query = (predicate: EntryPredicate, options: PageOptions = {}) =>
    call(journal.queryJournal, { body: { predicate, ...options } });
  return {
    query,
    entry: (seq) => call(journal.readEntry, { params: { seq } }),
    follow: (predicate?: EntryPredicate, options?: FollowOptions) => followJournal(caller, predicate, options),
    export: (after = 0) => call(journal.exportJournal, { query: { after } }),
  };
}
