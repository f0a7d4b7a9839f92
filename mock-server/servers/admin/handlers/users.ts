import { fromBase64 } from "../../../../core/bytes.js";
import type { OpenedEntry } from "../../../../harness/model/trace.js";
import type { UserContent } from "../../../../harness/ports/meta-side.js";
import type { Static } from "../../../schema/schema.js";
import type { ConsumerUser } from "../../../side/side.js";
import { AdminError } from "../contract/problems.js";
import type { content, users } from "../contract/users.js";
import { absent, type Handlers, userOf } from "./handler.js";

/** Each has keys and sessions in memory. */
const maximumUsers = 1000;

export const userHandlers: Handlers<typeof users> = {
  async createUser({ tenant, body }) {
    if (tenant.core.users.list().length >= maximumUsers) {
      throw new AdminError("too-many", `Make user: found ${maximumUsers}, wanted fewer; a reset removes them`);
    }
    return shownUser(await tenant.side.user(body));
  },
  listUsers: ({ tenant }) => ({ users: tenant.core.users.list().map(shownUser) }),
  removeUser({ tenant, params: { jid } }) {
    if (!tenant.core.users.remove(jid)) absent("user", jid);
  },
  sendMessage: async ({ tenant, params: { jid }, body: { to, content: given } }) =>
    userOf(tenant, jid).send(to, contentIn(given)),
  listMessages({ tenant, params: { jid }, query }) {
    const after = query.after ?? tenant.epoch.since;
    const { jid: user } = userOf(tenant, jid);
    const opened = tenant.side.journal.entries.filter((entry) => entry.kind === "opened");
    const fitting = opened.filter((entry) => entry.user === user && entry.seq > after);
    return { messages: fitting.slice(0, query.limit).map(messageOf) };
  },
  blockLogin: async ({ tenant, params: { jid }, body: { login } }) => userOf(tenant, jid).block(login),
  setOptedIn: ({ tenant, params: { jid }, body: { optedIn } }) => userOf(tenant, jid).opt(optedIn ? "in" : "out"),
  changeIdentity: async ({ tenant, params: { jid } }) => userOf(tenant, jid).changeIdentity(),
  markRead({ tenant, params: { jid }, body: { from, ids, participant } }) {
    const [first, ...rest] = ids;
    // The schema wants at least one.
    if (first !== undefined) userOf(tenant, jid).read(from, [first, ...rest], participant);
  },
  showTyping: ({ tenant, params: { jid }, body: { to, state } }) => userOf(tenant, jid).typing(to, state),
  showPresence: ({ tenant, params: { jid }, body: { type } }) => userOf(tenant, jid).presence(type),
  createGroup: async ({ tenant, params: { jid }, body: { subject, members } }) => ({
    jid: await userOf(tenant, jid).createGroup(subject, members),
  }),
  changeGroup: ({ tenant, params: { jid, group }, body: { change, members } }) =>
    userOf(tenant, jid).changeGroup(change, group, members),
};

export function shownUser({ jid, lid }: Pick<ConsumerUser, "jid" | "lid">) {
  return { jid, ...(lid !== undefined && { lid }) };
}

function contentIn(given: Static<typeof content>): UserContent {
  return "data" in given ? { ...given, data: base64In("/content/data", given.data) } : given;
}

/** The bytes of a member of a body. @throws AdminError `bad-request` */
export function base64In(field: string, text: string): Uint8Array {
  const bytes = fromBase64(text);
  if (bytes !== undefined) return bytes;
  const errors = [{ in: "body", field, message: "must be base64" }] as const;
  throw new AdminError("bad-request", `Read body of the request: ${field} must be base64`, { errors });
}

function messageOf({ seq, messageId: id, from, content, error }: OpenedEntry) {
  return { seq, id, from, ...(content !== undefined && { content }), ...(error !== undefined && { error }) };
}
